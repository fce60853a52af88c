// A line of text: Enter or leaving the field commits, Esc goes back.
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './text-field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  /** Every change while typing, e.g. for a search. */
  readonly onInput?: (value: string) => void;
  readonly onCancel?: () => void;
  /** What is wrong with a text, as a short phrase; null: nothing. */
  readonly check?: (value: string) => string | null;
  readonly placeholder?: string;
  readonly lead?: ReactNode;
  readonly unit?: string;
  readonly maxLength?: number;
  readonly isDisabled?: boolean;
  readonly hasFocusAtStart?: boolean;
  readonly className?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, value, check, onCommit, onInput, onCancel } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isGivenUp = useRef(false);
  const problem = typed === null ? null : (check?.(typed) ?? null);

  const finish = (): void => {
    if (typed === null || isGivenUp.current) return;
    setTyped(null);
    if (problem === null && typed !== value) onCommit(typed);
    else if (problem !== null) onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') finish();
    else if (event.key === 'Escape' && (typed !== null || onCancel !== undefined)) {
      isGivenUp.current = true;
      setTyped(null);
      onCancel?.();
      event.currentTarget.blur();
      event.stopPropagation();
    }
  };
  return (
    <div
      className={classNames('text-field', props.className)}
      data-invalid={problem !== null || undefined}
      data-disabled={props.isDisabled === true || undefined}
    >
      {props.lead}
      <input
        className="text-field__input"
        type="text"
        aria-label={label}
        aria-invalid={problem !== null}
        autoFocus={props.hasFocusAtStart ?? false}
        disabled={props.isDisabled ?? false}
        placeholder={props.placeholder ?? ''}
        maxLength={props.maxLength ?? 200}
        spellCheck={false}
        value={typed ?? value}
        onFocus={() => {
          isGivenUp.current = false;
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          onInput?.(event.target.value);
        }}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
      {problem !== null && <span className="text-field__problem">{problem}</span>}
      {problem === null && props.unit !== undefined && (
        <span className="text-field__unit">{props.unit}</span>
      )}
    </div>
  );
}
