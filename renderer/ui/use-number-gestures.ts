// How a number field is dragged, typed into and stepped.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { NumberFieldProps } from './number-field-props.ts';
import { readNumber, snapNumber } from './number-text.ts';

const SCRUB_START_PX = 3;

interface Scrub {
  readonly startX: number;
  readonly startValue: number;
  isMoving: boolean;
  value: number;
}

interface FieldState {
  readonly input: { readonly current: HTMLInputElement | null };
  readonly typed: string | null;
  readonly setTyped: (text: string | null) => void;
  readonly moving: number | null;
  readonly setMoving: (value: number | null) => void;
}

export function useNumberGestures(props: NumberFieldProps, state: FieldState) {
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
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      const isEditing = document.activeElement === input.current;
      if (isDisabled || event.button !== 0 || isEditing) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      const startValue = value ?? Math.min(Math.max(0, min), max);
      scrub.current = { startX: event.clientX, startValue, isMoving: false, value: startValue };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const now = scrub.current;
      if (now === null) return;
      const movedPx = event.clientX - now.startX;
      if (!now.isMoving && Math.abs(movedPx) < SCRUB_START_PX) return;
      now.isMoving = true;
      const factor = event.shiftKey ? 10 : 1;
      now.value = snapNumber(now.startValue + movedPx * step * factor, min, max, step);
      preview(now.value);
    },
    onPointerUp: (): void => {
      const now = scrub.current;
      scrub.current = null;
      if (now === null) return;
      if (now.isMoving) settle(now.value);
      else {
        input.current?.focus();
        input.current?.select();
      }
    },
    onPointerCancel: (): void => {
      if (scrub.current !== null) settle(null);
      scrub.current = null;
    },
    onFocus: (): void => {
      isGivenUp.current = false;
      input.current?.select();
    },
    onBlur: (): void => {
      if (isGivenUp.current) return;
      if (moving !== null) settle(moving);
      else finishTyping();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
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
    onKeyUp: (event: KeyboardEvent<HTMLElement>): void => {
      const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
      if (isArrow && moving !== null) settle(moving);
    },
  };
}
