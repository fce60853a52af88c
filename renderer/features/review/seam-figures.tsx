// How large the jump at a seam is, as measured in the film.
import { useTranslation } from 'react-i18next';
import type { Take } from '#core/contract/project-types.ts';
import { QUALITY_LIMITS } from '../../lib/takes/quality-flags.ts';
import type { Seam } from '../../lib/takes/seams.ts';
import { decimalText, Verdict } from './verdict.tsx';

interface SeamFiguresProps {
  readonly take: Take;
  readonly seam: Seam;
}

export function SeamFigures({ take, seam }: SeamFiguresProps) {
  const { t, i18n } = useTranslation('review');
  const limit = decimalText(QUALITY_LIMITS.seamJump, 1, i18n.language);
  if (seam.jump === null)
    return (
      <p className="text-2">
        {take.quality === null ? t('seam.notMeasured') : t('seam.notMeasurable')}
      </p>
    );
  const isGood = seam.jump <= QUALITY_LIMITS.seamJump;
  return (
    <>
      <dl className="seam-figures">
        <dt>{t('seam.jump')}</dt>
        <dd>{t('seam.times', { times: decimalText(seam.jump, 2, i18n.language) })}</dd>
        <dd>
          <Verdict isGood={isGood}>{t(isGood ? 'limit.under' : 'limit.over', { limit })}</Verdict>
        </dd>
      </dl>
      <p className="seam-figures__meaning">{t('seam.meaning')}</p>
    </>
  );
}
