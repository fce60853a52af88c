// Per person: how lips follow the voice, when, how still they are in silence, how alive the eyes are.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PersonQuality } from '#core/contract/project-types.ts';
import { judge, QUALITY_LIMITS, type Figure } from '../../lib/takes/quality-flags.ts';
import { projectStore } from '../../state/project-store.ts';
import { SpeakerBadge } from '../../ui/speaker-badge.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Focusable } from 'react-aria-components';
import { decimalText } from './verdict.tsx';
import './people-figures.css';

const FIGURES: readonly Figure[] = ['lipOwn', 'lagFrames', 'silentRatio', 'eyeMotionListening'];
const DECIMALS: Readonly<Record<Figure, number>> = {
  lipOwn: 2,
  lagFrames: 0,
  silentRatio: 2,
  eyeMotionListening: 3,
};

export function PeopleFigures({ people }: { readonly people: readonly PersonQuality[] }) {
  const { t, i18n } = useTranslation('review');
  const limits = limitTexts(i18n.language);
  return (
    <div className="people-figures">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('figure.person')}</span>
            </th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col">
                <Tooltip text={t(`figure.meaning.${figure}`, limits)}>
                  <Focusable>
                    <span role="note">{t(`figure.${figure}`)}</span>
                  </Focusable>
                </Tooltip>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <tr key={person.personId ?? index}>
              <th scope="row">
                <PersonName person={person} />
              </th>
              {FIGURES.map((figure) => (
                <td key={figure}>
                  <FigureText figure={figure} value={person[figure]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function limitTexts(locale: string): Record<string, string> {
  const { lipOwn, lagFrames, silentRatio, eyeMotionListening } = QUALITY_LIMITS;
  return {
    lipOwn: decimalText(lipOwn, 2, locale),
    lagFrames: decimalText(lagFrames, 0, locale),
    silentRatio: decimalText(silentRatio, 2, locale),
    eyesLow: decimalText(eyeMotionListening[0], 3, locale),
    eyesHigh: decimalText(eyeMotionListening[1], 3, locale),
  };
}

function PersonName({ person }: { readonly person: PersonQuality }) {
  const index = useStore(projectStore, ({ document }) =>
    document.people.findIndex(({ id }) => id === person.personId),
  );
  return (
    <span className="people-figures__name">
      {index >= 0 && <SpeakerBadge index={index} />}
      <span className="ellipsis">{person.name}</span>
    </span>
  );
}

interface FigureTextProps {
  readonly figure: Figure;
  readonly value: number | null;
}

function FigureText({ figure, value }: FigureTextProps) {
  const { t, i18n } = useTranslation('review');
  if (value === null) return <span className="text-3">{t('figure.none')}</span>;
  const isGood = judge(figure, value) === 'good';
  const shown = decimalText(
    figure === 'lagFrames' ? Math.abs(value) : value,
    DECIMALS[figure],
    i18n.language,
  );
  const side = value < 0 ? 'early' : 'late';
  return (
    <span className={isGood ? undefined : 'people-figures__outside'}>
      {figure === 'lagFrames' && value !== 0 ? t(`figure.${side}`, { frames: shown }) : shown}
      {!isGood && <span className="visually-hidden">{t('figure.outside')}</span>}
    </span>
  );
}
