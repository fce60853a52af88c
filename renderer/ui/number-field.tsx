// A number: drag sideways to scrub, arrows to step, or type. While it moves the owner sees a preview;
// one commit follows at the end.
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { numberText, rangeText, readNumber, snapNumber } from './number-text.ts';
import './number-field.css';

export interface NumberFieldProps {
  readonly label: string;
  /** Null: several things with different values are selected. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals?: number;
  readonly unit?: string;
  /** Whether the value comes from a key, or from between keys. */
  readonly keyState?: 'on-key' | 'between-keys';
  /** Colour of the key dot. */
  readonly keyColor?: string;
  readonly isDisabled?: boolean;
  readonly onPreview?: (value: number) => void;
  readonly onCommit: (value: number) => void;
  /** Esc: what was previewed is not wanted. */
  readonly onCancel?: () => void;
}

const SCRUB_START_PX = 3;

interface Scrub {
  readonly startX: number;
  readonly startValue: number;
  isMoving: boolean;
  value: number;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, decimals = 0, unit, keyState, isDisabled = false } = props;
  const { t } = useTranslation('controls');
  const [typed, setTyped] = useState<string | null>(null);
  const [moving, setMoving] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const handlers = useNumberGestures(props, { input, typed, setTyped, moving, setMoving });

  const shown = moving ?? value;
  const typedValue = typed === null ? null : readNumber(typed);
  const isInvalid = typed !== null && (typedValue === null || typedValue < min || typedValue > max);
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
      {isInvalid ? (
        <span className="number-field__range">{rangeText(min, max, decimals)}</span>
      ) : (
        unit !== undefined && <span className="number-field__unit">{unit}</span>
      )}
      {keyState !== undefined && (
        <span
          className={`number-field__dot number-field__dot--${keyState}`}
          style={{ color: props.keyColor ?? 'var(--accent)' }}
        />
      )}
    </div>
  );
}

interface FieldState {
  readonly input: { readonly current: HTMLInputElement | null };
  readonly typed: string | null;
  readonly setTyped: (text: string | null) => void;
  readonly moving: number | null;
  readonly setMoving: (value: number | null) => void;
}

function useNumberGestures(props: NumberFieldProps, state: FieldState) {
  const { value, min, max, step, onPreview, onCommit, onCancel, isDisabled = false } = props;
  const { input, typed, setTyped, moving, setMoving } = state;
  const scrub = useRef<Scrub | null>(null);
  const isGivenUp = useRef(false);

  const preview = (next: number): void => {
    setMoving(next);
    onPreview?.(next);
  };
  const settle = (next: number | null): void => {
    setMoving(null);
    setTyped(null);
    if (next === null) onCancel?.();
    else if (next !== value) onCommit(next);
  };
  const finishTyping = (): void => {
    const next = typed === null ? null : readNumber(typed);
    if (typed === null) return;
    settle(next === null || next < min || next > max ? null : next);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      const isEditing = document.activeElement === input.current;
      if (isDisabled || event.button !== 0 || isEditing) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      const startValue = value ?? Math.min(Math.max(0, min), max);
      scrub.current = { startX: event.clientX, startValue, isMoving: false, value: startValue };
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      const now = scrub.current;
      if (now === null) return;
      const movedPx = event.clientX - now.startX;
      if (!now.isMoving && Math.abs(movedPx) < SCRUB_START_PX) return;
      now.isMoving = true;
      const factor = event.shiftKey ? 10 : 1;
      now.value = snapNumber(now.startValue + movedPx * step * factor, min, max, step);
      preview(now.value);
    },
    onPointerUp(): void {
      const now = scrub.current;
      scrub.current = null;
      if (now === null) return;
      if (now.isMoving) settle(now.value);
      else {
        input.current?.focus();
        input.current?.select();
      }
    },
    onPointerCancel(): void {
      if (scrub.current !== null) settle(null);
      scrub.current = null;
    },
    onFocus(): void {
      isGivenUp.current = false;
      input.current?.select();
    },
    onBlur(): void {
      if (isGivenUp.current) return;
      if (moving !== null) settle(moving);
      else finishTyping();
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>): void {
      if (event.key === 'Enter') {
        if (moving !== null) settle(moving);
        else finishTyping();
        input.current?.select();
      } else if (event.key === 'Escape') {
        isGivenUp.current = true;
        settle(null);
        input.current?.blur();
      } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        const typedNow = typed === null ? null : readNumber(typed);
        const from = typedNow ?? moving ?? value ?? Math.min(Math.max(0, min), max);
        const by = (event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1);
        setTyped(null);
        preview(snapNumber(from + by, min, max, step));
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyUp(event: KeyboardEvent<HTMLElement>): void {
      const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
      if (isArrow && moving !== null) settle(moving);
    },
  };
}
