// One take: its picture, name, how it was made, which side of the comparison it is on.
import { Ellipsis, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Take } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { formatShortTimecode } from '../../lib/timeline/timecode.ts';
import { filmExtent } from '../../lib/playback/film-extent.ts';
import { useMediaLink } from '../../lib/media/use-media-link.ts';
import { chooseSide, type Side } from '../../lib/takes/compare-store.ts';
import { reviewStore } from '../../lib/takes/review-store.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { IconMenuButton } from '../../ui/menu-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { takeMenu } from './take-menu.ts';
import './take-row.css';

interface TakeRowProps {
  readonly take: Take;
  readonly side: Side | null;
  /** Whether there are two takes: only then a side says something. */
  readonly isCompared: boolean;
}

export function TakeRow({ take, side, isCompared }: TakeRowProps) {
  const { t } = useTranslation('takes');
  const isRenaming = useStore(reviewStore, (state) => state.renamingId === take.id);
  const canWrite = useStore(projectStore, ({ opened }) => opened?.readOnly === null);
  const isSelected = side === 'right';
  return (
    <li
      className={classNames('take-row', isSelected && 'take-row--selected')}
      data-take={take.id}
      onContextMenu={(event) => {
        event.preventDefault();
        const { clientX: x, clientY: y } = event;
        openContextMenu({ label: take.name, entries: takeMenu(take, side, canWrite), x, y });
      }}
    >
      {!isRenaming && (
        <button
          type="button"
          className="take-row__choose"
          aria-label={t('show', { name: take.name })}
          aria-pressed={isSelected}
          onClick={() => chooseSide(take.id, 'right')}
          onDoubleClick={() => {
            if (canWrite) reviewStore.setState({ renamingId: take.id });
          }}
        />
      )}
      <Poster take={take} />
      <div className="take-row__text">
        {isRenaming ? (
          <NameField take={take} />
        ) : (
          <div className="take-row__name">
            <span className="ellipsis">{take.name}</span>
            {isCompared && side !== null && (
              <span className={`take-row__side take-row__side--${side}`}>{t(`side.${side}`)}</span>
            )}
          </div>
        )}
        <div className="take-row__made ellipsis">
          {t(`generator.${take.generator}`)}
          {!take.isCurrent && <Badge>{t('stale')}</Badge>}
        </div>
        <Facts take={take} />
      </div>
      <div className="take-row__tools">
        <StarButton take={take} isDisabled={!canWrite} />
        <IconMenuButton
          icon={Ellipsis}
          label={t('menu.label', { name: take.name })}
          entries={() => takeMenu(take, side, canWrite)}
        />
      </div>
    </li>
  );
}

function Poster({ take }: { readonly take: Take }) {
  const address = useMediaLink({ kind: 'take-poster', takeId: take.id });
  return (
    <span className="take-row__poster">
      {address !== null && <img src={address} alt="" width={72} height={41} draggable={false} />}
    </span>
  );
}

/** When, from which seed; a take of a part says which. */
function Facts({ take }: { readonly take: Take }) {
  const { t, i18n } = useTranslation('takes');
  const filmFrames = useStore(projectStore, ({ chunks }) => chunks.frames);
  const time = new Date(take.createdAt).toLocaleTimeString(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const { rate } = filmExtent();
  const timecode = (frame: number): string => formatShortTimecode(frameToTicks(frame, rate), rate);
  const isPart = take.firstFrame > 0 || take.frames < filmFrames;
  return (
    <>
      <div className="take-row__facts ellipsis">{t('facts', { time, seed: take.seed })}</div>
      {isPart && (
        <div className="take-row__facts ellipsis">
          {t('part', {
            first: timecode(take.firstFrame),
            end: timecode(take.firstFrame + take.frames),
          })}
        </div>
      )}
    </>
  );
}

function StarButton({ take, isDisabled }: { readonly take: Take; readonly isDisabled: boolean }) {
  const { t } = useTranslation('takes');
  const { id, name, isStarred } = take;
  const change = async (): Promise<void> => {
    const { opened } = projectStore.getState();
    if (opened === null) return;
    const input = { session: opened.session, takeId: id, isStarred: !isStarred };
    await theHost().call('takes.star', input).catch(reportError);
  };
  return (
    <IconButton
      icon={Star}
      label={t(isStarred ? 'unkeep' : 'keep', { name })}
      isOn={isStarred}
      isDisabled={isDisabled}
      className="take-row__star"
      onPress={() => void change()}
    />
  );
}

function NameField({ take }: { readonly take: Take }) {
  const { t } = useTranslation('takes');
  const end = (): void => reviewStore.setState({ renamingId: null });
  const rename = async (name: string): Promise<void> => {
    end();
    const { opened } = projectStore.getState();
    if (opened === null) return;
    const input = { session: opened.session, takeId: take.id, name };
    await theHost().call('takes.rename', input).catch(reportError);
  };
  return (
    // Leaving the field ends the renaming, whether the name is new or not.
    <div onBlur={end}>
      <TextField
        label={t('name')}
        value={take.name}
        hasFocusAtStart
        maxLength={80}
        check={(name) => (name.trim() === '' ? t('nameNeeded') : null)}
        onCommit={(name) => void rename(name.trim())}
        onCancel={end}
      />
    </div>
  );
}
