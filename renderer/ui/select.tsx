// One of a list, shown on demand.
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { Icon } from './icon.tsx';
import './select.css';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly lead?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface SelectProps<V extends string> {
  readonly label: string;
  /** Null: several values, or none yet; the placeholder is shown. */
  readonly value: V | null;
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { label, value, options, onChange, placeholder, isDisabled = false } = props;
  return (
    <AriaSelect
      className="select"
      aria-label={label}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Button className="select__button" preventFocusOnPress>
        <SelectValue className="select__value ellipsis" />
        <Icon shape={ChevronDown} size={14} />
      </Button>
      <Popover className="popover select__popover" offset={2}>
        <ListBox className="select__list" items={options}>
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="select__option"
              isDisabled={option.isDisabled ?? false}
            >
              {({ isSelected }) => (
                <>
                  {option.lead}
                  <span className="grow ellipsis">{option.label}</span>
                  {isSelected && (
                    <span className="select__tick">
                      <Icon shape={Check} size={14} />
                    </span>
                  )}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
