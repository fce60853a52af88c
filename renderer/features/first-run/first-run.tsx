// What a window shows without a project: one sentence, two buttons, three steps.
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/action-button.tsx';
import './first-run.css';

const STEPS = ['picture', 'voices', 'watch'] as const;

export function FirstRun() {
  const { t } = useTranslation('firstRun');
  return (
    <div className="first-run">
      <div className="first-run__zone">
        <TwoPeople />
        <h1 className="first-run__title">{t('title')}</h1>
        <p className="first-run__text">{t('text')}</p>
        <div className="first-run__buttons">
          <ActionButton action="file.new" label={t('choose')} variant="primary" size="large" />
          <ActionButton action="file.openSample" label={t('sample')} size="large" />
        </div>
        <ol className="first-run__steps">
          {STEPS.map((step, index) => (
            <li key={step}>
              <span className="first-run__number">{index + 1}</span>
              <div>
                <b>{t(`step.${step}.title`)}</b>
                <p>{t(`step.${step}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Two people in a frame, in the colours and lines of the first two speakers. */
function TwoPeople() {
  return (
    <svg width="96" height="56" viewBox="0 0 96 56" fill="none" strokeWidth="1.75" aria-hidden>
      <rect x="1" y="1" width="94" height="54" rx="3" stroke="var(--line-strong)" />
      <g stroke="var(--speaker-1)" strokeLinecap="round">
        <circle cx="31" cy="23" r="9" />
        <path d="M13 54c0-11 8-17 18-17s17 6 17 17" />
      </g>
      <g stroke="var(--speaker-2)" strokeLinecap="round" strokeDasharray="5 3">
        <circle cx="65" cy="20" r="9" />
        <path d="M48 54c0-13 7-20 17-20s18 7 18 20" />
      </g>
    </svg>
  );
}
