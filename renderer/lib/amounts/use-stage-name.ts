// What a stage of long work is called in the window's language.
import { useTranslation } from 'react-i18next';
import type { WorkStage } from '#core/contract/work-stage.ts';

export function useStageName(): (stage: WorkStage) => string {
  const { t } = useTranslation('stages');
  return (stage) => t(stage);
}
