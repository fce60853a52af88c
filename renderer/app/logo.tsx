// Two speech rings that share a word: the mark of Parley.
import { useTranslation } from 'react-i18next';

export function Logo() {
  const { t } = useTranslation('shell');
  return (
    <svg className="logo" width="20" height="20" viewBox="0 0 20 20" role="img">
      <title>{t('appName')}</title>
      <g fill="none" strokeWidth="2" strokeLinecap="round">
        <path d="M9 4H6a4 4 0 0 0-4 4v4a4 4 0 0 0 4 4h3" stroke="var(--speaker-1)" />
        <path d="M11 4h3a4 4 0 0 1 4 4v4a4 4 0 0 1-4 4h-3" stroke="var(--speaker-2)" />
        <path d="M7 10h6" stroke="var(--text-1)" />
      </g>
    </svg>
  );
}
