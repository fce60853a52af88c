// What a number field is given.

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
