// Where in the film a person talks.
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { presenceOf } from '../../lib/people/presence.ts';
import { projectStore } from '../../state/project-store.ts';
import { speakerLook } from '../../ui/speaker.ts';

/** Parts that can be told apart: about the pixels of the bar. */
const PARTS = 200;

interface PresenceBarProps {
  readonly person: Person;
  readonly index: number;
}

export function PresenceBar({ person, index }: PresenceBarProps) {
  const { t } = useTranslation('people');
  // While a gesture runs, the bar may come a moment later.
  const document = useDeferredValue(useStore(projectStore, ({ shown }) => shown));
  const scores = useStore(projectStore, ({ analysis }) => analysis.scores);
  const spans = useMemo(() => {
    const now = document.people.find(({ id }) => id === person.id);
    if (now === undefined) return [];
    return presenceOf(document, scores, now, countFilmFrames(document), PARTS);
  }, [document, scores, person.id]);
  const share = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return (
    <svg
      className="presence-bar"
      viewBox={`0 0 ${PARTS} 4`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('presence', { name: person.name, percent: Math.round(100 * share) })}
    >
      {spans.map(({ from, to }) => (
        <rect
          key={from}
          x={PARTS * from}
          width={PARTS * (to - from)}
          height={4}
          fill={speakerLook(index).cssColor}
        />
      ))}
    </svg>
  );
}
