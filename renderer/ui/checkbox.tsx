import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { Icon } from './icon.tsx';
import './checkbox.css';

interface CheckboxProps {
  readonly children: ReactNode;
  /** Null: some of the selected things have it. */
  readonly isChecked: boolean | null;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Checkbox({ children, isChecked, onChange, isDisabled = false }: CheckboxProps) {
  return (
    <CheckboxField
      isSelected={isChecked === true}
      isIndeterminate={isChecked === null}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <CheckboxButton className="checkbox">
        <span className="checkbox__box">
          {isChecked === null && <Icon shape={Minus} size={12} />}
          {isChecked === true && <Icon shape={Check} size={12} />}
        </span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}
