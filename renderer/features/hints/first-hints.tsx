// Three hints for whoever opens a project for the first time: shown once, beside what they speak of,
// never in the way of the keys. The user's settings remember that they were seen.
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useAction } from '../../actions/use-action.ts';
import { announce } from '../../lib/announcer/announce.ts';
import { appStore } from '../../state/app-store.ts';
import { changeSettings } from '../../state/app-sync.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { usePlaceBeside, type Side } from './use-place-beside.ts';
import './first-hints.css';

interface Hint {
  readonly name: 'voices' | 'play' | 'pages';
  /** What the hint speaks of, as a selector. */
  readonly anchor: string;
  readonly side: Side;
  /** The action whose key is told. */
  readonly action: string;
}

const HINTS: readonly Hint[] = [
  {
    name: 'voices',
    anchor: '.media-bin',
    side: 'right',
    action: 'people.assign1',
  },
  { name: 'play', anchor: '[data-action="transport.play"]', side: 'top', action: 'transport.play' },
  { name: 'pages', anchor: '.page-tabs', side: 'bottom', action: 'view.animate' },
];

const markSeen = (): void => void changeSettings({ hintsSeen: true });

export function FirstHints() {
  const isSeen = useStore(appStore, ({ start, settings }) => start === null || settings.hintsSeen);
  const hasPeople = useStore(
    projectStore,
    ({ opened, shown }) => opened !== null && shown.people.length > 0,
  );
  return isSeen || !hasPeople ? null : <HintByHint />;
}

function HintByHint() {
  const [at, setAt] = useState(0);
  const hint = HINTS[at];
  return (
    <HintCard
      hint={hint}
      number={at + 1}
      onNext={() => {
        if (at + 1 < HINTS.length) setAt(at + 1);
        else markSeen();
      }}
    />
  );
}

interface HintCardProps {
  readonly hint: Hint;
  readonly number: number;
  readonly onNext: () => void;
}

function HintCard({ hint, number, onNext }: HintCardProps) {
  const { t } = useTranslation('hints');
  const { key } = useAction(hint.action);
  const isLast = number === HINTS.length;
  // Another page has other things in other places: the card is placed again.
  useStore(viewStore, ({ page }) => page);
  const [card, isPlaced] = usePlaceBeside(hint.anchor, hint.side);
  const title = t(`${hint.name}.title`);
  const byKey = key === null ? '' : t(`${hint.name}.byKey`, { key });
  const text = `${t(`${hint.name}.text`)} ${byKey}`.trim();
  useEffect(() => announce(`${title}. ${text}`), [title, text]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    markSeen();
  };
  return (
    <div
      ref={card}
      className={`first-hint first-hint--${hint.side}`}
      role="group"
      aria-label={t('label', { number, count: HINTS.length })}
      data-f6
      data-hint={hint.name}
      hidden={!isPlaced}
      onKeyDown={onKeyDown}
    >
      <b className="first-hint__title">{title}</b>
      <p className="first-hint__text">{text}</p>
      <div className="first-hint__foot">
        <span className="grow">{t('number', { number, count: HINTS.length })}</span>
        {isLast ? null : (
          <Button variant="quiet" onPress={markSeen}>
            {t('dismiss')}
          </Button>
        )}
        <Button onPress={onNext}>{t(isLast ? 'done' : 'next')}</Button>
      </div>
    </div>
  );
}
