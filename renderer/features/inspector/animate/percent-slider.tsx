// A share as a slider with its number.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { projectStore } from '../../../state/project-store.ts';
import { Slider } from '../../../ui/slider.tsx';

interface PercentSliderProps {
  readonly label: string;
  /** 0..1, or from `min`. */
  readonly value: number;
  readonly min?: number;
  readonly color?: string;
  readonly isDisabled?: boolean;
  readonly onPreview: (value: number) => void;
  readonly onCommit: (value: number) => void;
}

export function PercentSlider(props: PercentSliderProps) {
  const { t } = useTranslation('inspector');
  const { label, value, min = 0, color, isDisabled = false, onPreview, onCommit } = props;
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  return (
    <div className="value-row">
      <Slider
        label={label}
        value={value}
        min={min}
        max={1}
        step={0.01}
        origin={0}
        resetValue={0}
        format={{ style: 'percent' }}
        isDisabled={isDisabled || isReadOnly}
        {...(color === undefined ? {} : { color })}
        onPreview={onPreview}
        onCommit={onCommit}
      />
      <span className="value-row__number">
        {t('percent', { percent: Math.round(100 * value) }).replace('-', '−')}
      </span>
    </div>
  );
}
