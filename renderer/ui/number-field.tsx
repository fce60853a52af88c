// A number: drag sideways to scrub, arrows to step, or type. While it moves the owner sees a preview;
// one commit follows at the end.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import type { NumberFieldProps } from './number-field-props.ts';
import { numberText, rangeText, readNumber } from './number-text.ts';
import { useNumberGestures } from './use-number-gestures.ts';
import './number-field.css';

export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, decimals = 0, unit, keyState, isDisabled = false } = props;
  const { t } = useTranslation('controls');
  const [typed, setTyped] = useState<string | null>(null);
  const [moving, setMoving] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const handlers = useNumberGestures(props, { input, typed, setTyped, moving, setMoving });

  const shown = moving ?? value;
  const isInvalid = typed !== null && !isInside(readNumber(typed), min, max);
  return (
    <div
      className={classNames('number-field', keyState === 'on-key' && 'number-field--on-key')}
      data-editing={typed !== null || undefined}
      data-invalid={isInvalid || undefined}
      data-disabled={isDisabled || undefined}
      onPointerDown={handlers.onPointerDown}
      onPointerMove={handlers.onPointerMove}
      onPointerUp={handlers.onPointerUp}
      onPointerCancel={handlers.onPointerCancel}
    >
      <input
        ref={input}
        className="number-field__input"
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={shown ?? undefined}
        aria-valuetext={
          shown === null ? t('mixed') : `${numberText(shown, decimals)} ${unit ?? ''}`
        }
        aria-invalid={isInvalid}
        disabled={isDisabled}
        placeholder={t('mixed')}
        value={typed ?? (shown === null ? '' : numberText(shown, decimals))}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={handlers.onFocus}
        onBlur={handlers.onBlur}
        onKeyDown={handlers.onKeyDown}
        onKeyUp={handlers.onKeyUp}
      />
      {isInvalid && <span className="number-field__range">{rangeText(min, max, decimals)}</span>}
      {!isInvalid && unit !== undefined && <span className="number-field__unit">{unit}</span>}
      {keyState !== undefined && <KeyDot state={keyState} color={props.keyColor} />}
    </div>
  );
}

function isInside(value: number | null, min: number, max: number): boolean {
  return value !== null && value >= min && value <= max;
}

interface KeyDotProps {
  readonly state: 'on-key' | 'between-keys';
  readonly color: string | undefined;
}

function KeyDot({ state, color = 'var(--accent)' }: KeyDotProps) {
  return <span className={`number-field__dot number-field__dot--${state}`} style={{ color }} />;
}
