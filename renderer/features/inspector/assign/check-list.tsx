// Places and guesses that an editor should look at before rendering.
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { countFilmFrames } from '#core/render/film-length.ts';
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';
import { findOverlaps, type Overlap } from '../../../lib/people/find-overlaps.ts';
import { selectVoice } from '../../../lib/people/select-person.ts';
import { formatShortTimecode } from '../../../lib/timeline/timecode.ts';
import { thePlayer } from '../../../state/playback-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/section.tsx';
import { findFirstSpeech, findGuesses, type Guess } from './find-guesses.ts';

/** More would hide the rest of the inspector. */
const MOST_SHOWN = 6;

/** Looks through the film in slices, so that nothing waits for it. */
function useOverlaps(): readonly Overlap[] {
  const document = useStore(projectStore, ({ shown }) => shown);
  const scores = useStore(projectStore, ({ analysis }) => analysis.scores);
  const [found, setFound] = useState<readonly Overlap[]>([]);
  useEffect(() => {
    const work = findOverlaps(
      document,
      scores,
      scores.length === 0 ? 0 : countFilmFrames(document),
    );
    let timer = setTimeout(step, 60);
    function step(): void {
      const next = work.next();
      if (next.done === true) setFound(next.value);
      else timer = setTimeout(step);
    }
    return () => clearTimeout(timer);
  }, [document, scores]);
  return found;
}

export function CheckList() {
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const scores = useStore(projectStore, ({ analysis }) => analysis.scores);
  const overlaps = useOverlaps();
  const guesses = findGuesses(document, scores);
  const count = overlaps.length + guesses.length;
  if (count === 0) return null;
  const shownOverlaps = overlaps.slice(0, Math.max(1, MOST_SHOWN - guesses.length));
  return (
    <Section title={t('check.title')} tools={<Badge tone="warn">{count}</Badge>}>
      <ul className="check-list">
        {guesses.map((guess) => (
          <GuessNote key={`${guess.kind} ${guess.voice.id} ${guess.personName}`} guess={guess} />
        ))}
        {shownOverlaps.map((overlap) => (
          <OverlapNote key={`${overlap.kind} ${overlap.firstFrame}`} overlap={overlap} />
        ))}
      </ul>
      {overlaps.length > shownOverlaps.length && (
        <p className="text-2">
          {t('check.more', { count: overlaps.length - shownOverlaps.length })}
        </p>
      )}
    </Section>
  );
}

interface NoteProps {
  readonly children: ReactNode;
  readonly button: string;
  readonly onPress: () => void;
}

function Note({ children, button, onPress }: NoteProps) {
  return (
    <li className="check-list__note">
      <Icon shape={TriangleAlert} />
      <div>
        {children}{' '}
        <button type="button" className="check-list__link" onClick={onPress}>
          {button}
        </button>
      </div>
    </li>
  );
}

function OverlapNote({ overlap }: { readonly overlap: Overlap }) {
  const { t } = useTranslation('inspector');
  const people = useStore(projectStore, ({ shown }) => shown.people);
  const rate = useStore(projectStore, ({ shown }) => shown.scene?.frameRate ?? DRAFT_FRAME_RATE);
  const { kind, personIds, firstFrame, endFrame, goesOn } = overlap;
  const tick = frameToTicks(firstFrame, rate);
  const nameOf = (id: string | null): string => people.find((each) => each.id === id)?.name ?? '';
  const names = personIds.map(nameOf).join(', ');
  const time = formatShortTimecode(tick, rate);
  return (
    <Note button={t('check.show')} onPress={() => thePlayer().seek(tick)}>
      <b>
        {kind === 'both-talk'
          ? t(personIds.length > 2 ? 'check.severalTalk' : 'check.bothTalk', { names, time })
          : t('check.twoVoices', { names, time })}
      </b>{' '}
      {t('check.frames', { count: endFrame - firstFrame })}
      {goesOn === null ? '' : ` ${t('check.goesOn', { name: nameOf(goesOn) })}`}
    </Note>
  );
}

function GuessNote({ guess }: { readonly guess: Guess }) {
  const { t } = useTranslation('inspector');
  const scores = useStore(projectStore, ({ analysis }) => analysis.scores);
  const { kind, voice, voiceIndex, personName, confidence } = guess;
  const listen = (): void => {
    selectVoice(voice.id);
    const tick = findFirstSpeech(scores, voiceIndex);
    thePlayer().seek(tick);
    thePlayer().play();
  };
  const percent = Math.round(100 * (confidence ?? 0));
  return (
    <Note button={t('check.listen')} onPress={listen}>
      {kind === 'unsure' ? (
        <>
          <b>{t('check.unsure', { name: personName, percent })}</b>{' '}
          {t('check.unsureOf', { voice: voice.name })}
        </>
      ) : (
        <b>{t(`check.${kind}`, { name: personName, voice: voice.name })}</b>
      )}
    </Note>
  );
}
