// Renders the reviewed take once more, with another seed, and says beforehand what that costs.
import { Dices, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Take } from '#core/contract/project-types.ts';
import { durationRangeText } from '../../lib/amounts/amounts.ts';
import { costOfRange } from '../../lib/takes/render-cost.ts';
import { MAX_SEED, nextSeed, reviewStore } from '../../lib/takes/review-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { FieldRow, Fields, Section } from '../../ui/section.tsx';

/** Seeds that people can remember and type. */
const DICE_MAX = 10_000;

export function RenderAgain({ take }: { readonly take: Take }) {
  const { t } = useTranslation('review');
  const seed = useStore(reviewStore, (state) => nextSeed(state.seed, take.seed));
  const setSeed = (next: number): void => reviewStore.setState({ seed: next });
  return (
    <Section title={t('again.title', { name: take.name })}>
      <Fields>
        <FieldRow label={t('again.seed')}>
          <NumberField
            label={t('again.seed')}
            value={seed}
            min={0}
            max={MAX_SEED}
            step={1}
            onCommit={setSeed}
          />
          <IconButton
            icon={Dices}
            label={t('again.dice')}
            onPress={() => setSeed(crypto.getRandomValues(new Uint32Array(1))[0] % DICE_MAX)}
          />
        </FieldRow>
      </Fields>
      <Cost take={take} />
    </Section>
  );
}

function Cost({ take }: { readonly take: Take }) {
  const { t, i18n } = useTranslation('review');
  const event = useStore(projectStore, (state) => state.chunks);
  const takes = useStore(projectStore, (state) => state.takes);
  const { chunks, seconds } = costOfRange(
    event,
    takes,
    take.firstFrame,
    take.firstFrame + take.frames,
  );
  const join = (low: string, high: string): string => t('again.range', { low, high });
  return (
    <p className="render-again__cost">
      <Icon shape={Info} />
      <span>
        {t('again.cost', { count: chunks })}{' '}
        <b>
          {seconds === null
            ? t('again.unknown')
            : t('again.about', { time: durationRangeText(seconds, i18n.language, join) })}
        </b>
      </span>
    </p>
  );
}
