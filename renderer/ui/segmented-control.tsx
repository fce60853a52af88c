// One of a few: the chosen part is raised, never told by colour alone.
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import './segmented-control.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  /** Needed where the label is no text. */
  readonly name?: string;
  readonly isDisabled?: boolean;
}

interface SegmentedControlProps<V extends string> {
  readonly label: string;
  /** Null: several values are selected. */
  readonly value: V | null;
  readonly segments: readonly Segment<V>[];
  readonly onChange: (value: V) => void;
  /** Fills its box, all parts equally wide. */
  readonly isWide?: boolean;
  readonly isDisabled?: boolean;
}

export function SegmentedControl<V extends string>({
  label,
  value,
  segments,
  onChange,
  isWide = false,
  isDisabled = false,
}: SegmentedControlProps<V>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames('segmented-control', isWide && 'segmented-control--wide')}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      isDisabled={isDisabled}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.value));
        if (chosen !== undefined && chosen.value !== value) onChange(chosen.value);
      }}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.value}
          id={segment.value}
          className="segmented-control__part"
          isDisabled={segment.isDisabled ?? false}
          preventFocusOnPress
          {...(segment.name === undefined ? {} : { 'aria-label': segment.name })}
        >
          {typeof segment.label === 'string' ? (
            <span className="ellipsis">{segment.label}</span>
          ) : (
            segment.label
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
