// How large the file will be and how long it takes, as far as the host knows.
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { bytesText, durationRangeText } from '../../lib/amounts/amounts.ts';
import type { DeliverEstimate } from '../../lib/deliver/use-estimate.ts';
import { Icon } from '../../ui/icon.tsx';

interface EstimateProps {
  readonly estimate: DeliverEstimate | null;
}

export function EstimateText({ estimate }: EstimateProps) {
  const { t, i18n } = useTranslation('deliver');
  if (estimate === null) return null;
  const { bytes, seconds } = estimate;
  const join = (low: string, high: string): string => t('lowToHigh', { low, high });
  const size = (): string => {
    if (bytes === null) return t('sizeUnknown');
    const [low, high] = [bytes.low, bytes.high].map((each) => bytesText(each, i18n.language));
    return low === high ? low : join(low, high);
  };
  return (
    <div className="deliver-form__estimate">
      <div>{size()}</div>
      <div className="text-3">
        {seconds === null
          ? t('timeUnknown')
          : t('about', { time: durationRangeText(seconds, i18n.language, join) })}
      </div>
    </div>
  );
}

export function SpaceWarning({ estimate }: EstimateProps) {
  const { t, i18n } = useTranslation('deliver');
  const needed = estimate?.bytes?.high ?? null;
  if (estimate === null || needed === null || needed <= estimate.freeBytes) return null;
  return (
    <p className="deliver-form__warning" role="alert">
      <Icon shape={TriangleAlert} />
      <span>
        {t('noSpace', {
          needed: bytesText(needed, i18n.language),
          free: bytesText(estimate.freeBytes, i18n.language),
        })}
      </span>
    </p>
  );
}
