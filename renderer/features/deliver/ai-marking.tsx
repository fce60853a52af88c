// Every film says in its file that it was made with AI. There is nothing to switch.
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';

export function AiMarking() {
  const { t } = useTranslation('deliver');
  return (
    <Section title={t('marking')}>
      <p className="deliver-form__marking">
        <Icon shape={Check} size={14} />
        {t('markingInFile')} <span className="text-3">{t('markingAlways')}</span>
      </p>
    </Section>
  );
}
