// How loud each voice is now. Bars move past React, as often as the player measures.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ProjectDocument } from '#core/project/document.ts';
import { playbackStore } from '../../state/playback-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { speakerLook } from '../../ui/speaker.ts';
import { MeterHold, meterShare } from './meter-hold.ts';

/** A voice and who speaks most of it: `-1` when nobody does. */
interface MeterRow {
  readonly voiceId: string;
  readonly name: string;
  readonly personIndex: number;
}

function rowsOf({ voices, assignments, people }: ProjectDocument): MeterRow[] {
  return voices.map(({ id, name }) => {
    const first = assignments.find((each) => each.voiceId === id && each.personId !== null);
    const personIndex = people.findIndex((person) => person.id === first?.personId);
    return { voiceId: id, name, personIndex };
  });
}

export function LevelMeters() {
  const { t } = useTranslation('transport');
  // Strings keep the rows equal while their content is.
  const names = useStore(
    projectStore,
    useShallow(({ shown }) => rowsOf(shown).map((row) => JSON.stringify(row))),
  );
  const rows = names.map((name) => JSON.parse(name) as MeterRow);
  return (
    <div className="level-meters" role="group" aria-label={t('levels')}>
      {rows.map((row) => (
        <LevelMeter key={row.voiceId} {...row} />
      ))}
    </div>
  );
}

function LevelMeter({ voiceId, name, personIndex }: MeterRow) {
  const { t } = useTranslation('transport');
  const fill = useRef<HTMLElement>(null);
  const peak = useRef<HTMLElement>(null);
  const meter = useRef<HTMLSpanElement>(null);
  const look = personIndex < 0 ? null : speakerLook(personIndex);

  useEffect(() => {
    const hold = new MeterHold();
    const show = (): void => {
      const { levelsDb, isPlaying } = playbackStore.getState();
      const share = isPlaying ? meterShare(levelsDb[voiceId] ?? -Infinity) : 0;
      const held = isPlaying ? hold.take(share, performance.now()) : hold.reset();
      if (fill.current !== null) fill.current.style.width = `${100 * share}%`;
      if (peak.current !== null) {
        peak.current.style.left = `calc(${100 * held}% - 1px)`;
        peak.current.hidden = held === 0;
      }
      meter.current?.setAttribute('aria-valuenow', String(Math.round(100 * share)));
    };
    show();
    return playbackStore.subscribe((playback, before) => {
      if (playback.levelsDb !== before.levelsDb || playback.isPlaying !== before.isPlaying) show();
    });
  }, [voiceId]);

  return (
    <div className="level-meter">
      <span
        className="level-meter__badge"
        style={look === null ? {} : { background: look.cssColor }}
        data-nobody={look === null || undefined}
        aria-hidden
      >
        {look?.letter ?? '–'}
      </span>
      <span
        ref={meter}
        className="level-meter__bar"
        role="meter"
        aria-label={t('levelOf', { name })}
        aria-valuemin={0}
        aria-valuemax={100}
        title={name}
      >
        <i ref={fill} style={{ background: look?.cssColor ?? 'var(--text-3)' }} />
        <b ref={peak} hidden />
      </span>
    </div>
  );
}
