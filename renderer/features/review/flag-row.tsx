// One thing that is worth a look, or one that is good. A flag leads to where it is.
import { Check, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Take } from '#core/contract/project-types.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { selectPerson } from '../../lib/people/select-person.ts';
import { filmExtent } from '../../lib/playback/film-extent.ts';
import { goToSeam, selectFrames } from '../../lib/takes/go-to-seam.ts';
import { QUALITY_LIMITS, type QualityFlag } from '../../lib/takes/quality-flags.ts';
import { formatShortTimecode } from '../../lib/timeline/timecode.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { decimalText } from './verdict.tsx';
import './flag-row.css';

interface FlagRowProps {
  readonly flag: QualityFlag;
  readonly take: Take;
}

export function FlagRow({ flag, take }: FlagRowProps) {
  const { title, detail } = useFlagTexts(flag);
  const isSelected = useStore(selectionStore, ({ seamIndex, personId }) =>
    flag.kind === 'seam' ? flag.seam.chunkIndex === seamIndex : isOf(flag, personId),
  );
  const { rate } = filmExtent();
  return (
    <li>
      <button
        type="button"
        className="flag-row"
        aria-pressed={isSelected}
        onClick={() => openFlag(flag, take)}
      >
        <span className="flag-row__sign flag-row__sign--warn">
          <Icon shape={TriangleAlert} />
        </span>
        <span className="flag-row__text">
          <b>{title}</b>
          <span>{detail}</span>
        </span>
        {flag.kind === 'seam' && (
          <span className="flag-row__time">
            {formatShortTimecode(frameToTicks(flag.seam.frame, rate), rate)}
          </span>
        )}
      </button>
    </li>
  );
}

const isOf = (flag: QualityFlag, personId: string | null): boolean =>
  flag.kind === 'person' && personId !== null && flag.personId === personId;

function openFlag(flag: QualityFlag, take: Take): void {
  if (flag.kind === 'person') {
    if (flag.personId !== null) selectPerson(flag.personId);
    // A figure of the whole film has no place in it; one of a part has.
    if (take.firstFrame > 0) selectFrames(flag.first, flag.end);
    return;
  }
  selectFrames(flag.first, flag.end);
  goToSeam(flag.seam);
}

function useFlagTexts(flag: QualityFlag): { readonly title: string; readonly detail: string } {
  const { t, i18n } = useTranslation('review');
  const text = (value: number, decimals: number): string =>
    decimalText(value, decimals, i18n.language);
  if (flag.kind === 'seam') {
    const [before, after] = flag.seam.chunks;
    const limit = text(QUALITY_LIMITS.seamJump, 1);
    return {
      title: t('flag.seam', { before, after }),
      detail: t('flag.seamDetail', { times: text(flag.jump, 2), limit }),
    };
  }
  const { figure, verdict, name, value } = flag;
  const { num, den } = filmExtent().rate;
  const frames = Math.abs(value);
  const [eyesLow, eyesHigh] = QUALITY_LIMITS.eyeMotionListening;
  const values = {
    lipOwn: { value: text(value, 2), limit: text(QUALITY_LIMITS.lipOwn, 2) },
    lagFrames: { count: frames, ms: text((1000 * frames * den) / num, 0) },
    silentRatio: { value: text(value, 2), limit: text(QUALITY_LIMITS.silentRatio, 2) },
    eyeMotionListening: { value: text(value, 3), low: text(eyesLow, 3), high: text(eyesHigh, 3) },
  }[figure];
  return {
    title: t(`flag.${figure}.${verdict}`, { name }),
    detail: t(`flag.${figure}.detail`, values),
  };
}

interface GoodRowProps {
  readonly title: string;
  readonly detail: string;
}

export function GoodRow({ title, detail }: GoodRowProps) {
  return (
    <li className="flag-row flag-row--good">
      <span className="flag-row__sign flag-row__sign--ok">
        <Icon shape={Check} />
      </span>
      <span className="flag-row__text">
        <b>{title}</b>
        <span>{detail}</span>
      </span>
    </li>
  );
}
