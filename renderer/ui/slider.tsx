// A value between two ends. The fill starts at `origin`: the middle for values with a sign.
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components';
import './slider.css';

export interface SliderProps {
  readonly label: string;
  /** Null: several values; the thumb stands at the origin. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly origin?: number;
  readonly color?: string;
  readonly format?: Intl.NumberFormatOptions;
  readonly isDisabled?: boolean;
  readonly onPreview?: (value: number) => void;
  readonly onCommit: (value: number) => void;
  /** A double click goes back to it. */
  readonly resetValue?: number;
}

export function Slider(props: SliderProps) {
  const { label, value, min, max, step, origin = min, color = 'var(--text-2)' } = props;
  const share = (at: number): number => ((at - min) / (max - min)) * 100;
  return (
    <AriaSlider
      className="slider"
      aria-label={label}
      value={value ?? origin}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={props.isDisabled ?? false}
      {...(props.format === undefined ? {} : { formatOptions: props.format })}
      onChange={(next) => (props.onPreview ?? props.onCommit)(next)}
      onChangeEnd={(next) => {
        if (props.onPreview !== undefined) props.onCommit(next);
      }}
    >
      <SliderTrack
        className="slider__track"
        onDoubleClick={() => {
          if (props.resetValue !== undefined) props.onCommit(props.resetValue);
        }}
      >
        {({ state }) => {
          const at = share(state.values[0]);
          const from = share(origin);
          return (
            <>
              <span
                className="slider__fill"
                style={{
                  left: `${Math.min(at, from)}%`,
                  width: `${Math.abs(at - from)}%`,
                  background: color,
                }}
              />
              <SliderThumb className="slider__thumb" />
            </>
          );
        }}
      </SliderTrack>
    </AriaSlider>
  );
}
