// What differs between the two compared takes, from what the host noted when they were rendered.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Take } from '#core/contract/project-types.ts';
import { bytesText, durationText } from '../../lib/amounts/amounts.ts';
import { differencesOf, type FilmFact } from '../../lib/takes/take-facts.ts';
import { PanelHead } from '../../ui/panel.tsx';
import './what-differs.css';

interface WhatDiffersProps {
  readonly left: Take;
  readonly right: Take;
}

export function WhatDiffers({ left, right }: WhatDiffersProps) {
  const { t, i18n } = useTranslation('takes');
  const { differing, equal } = useMemo(() => {
    const facts: readonly FilmFact[] = [
      {
        label: t('fact.generator'),
        valueOf: ({ generator }) => t(`generator.${generator}`),
      },
      { label: t('fact.size'), valueOf: ({ size }) => size.join('×') },
      { label: t('fact.seed'), valueOf: ({ seed }) => String(seed) },
      { label: t('fact.frames'), valueOf: ({ frames }) => String(frames) },
      {
        label: t('fact.time'),
        valueOf: ({ secondsToRender }) => durationText(secondsToRender, i18n.language),
      },
      { label: t('fact.bytes'), valueOf: ({ bytes }) => bytesText(bytes, i18n.language) },
    ];
    return differencesOf(left, right, facts);
  }, [left, right, t, i18n.language]);
  return (
    <section className="what-differs" aria-label={t('differs.title')}>
      <PanelHead
        title={t('differs.title')}
        detail={t('differs.detail', { left: left.name, right: right.name })}
      />
      <div className="what-differs__box">
        <table className="what-differs__table">
          <colgroup>
            <col className="what-differs__labels" />
            <col span={2} />
          </colgroup>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('differs.what')}</th>
              <th scope="col">{left.name}</th>
              <th scope="col">{right.name}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((fact) => (
              <tr key={fact.label}>
                <th scope="row" className="ellipsis" title={fact.label}>
                  {fact.label}
                </th>
                <td className="ellipsis">{fact.left ?? t('differs.none')}</td>
                <td className="ellipsis">{fact.right ?? t('differs.none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {differing.length === 0 && <p className="what-differs__equal">{t('differs.nothing')}</p>}
        {equal.length > 0 && (
          <p className="what-differs__equal">{t('differs.equal', { what: equal.join(', ') })}</p>
        )}
      </div>
    </section>
  );
}
