// On or off, at once.
import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';
import './toggle.css';

interface ToggleProps {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Toggle({ children, isOn, onChange, isDisabled = false }: ToggleProps) {
  return (
    <SwitchField isSelected={isOn} isDisabled={isDisabled} onChange={onChange}>
      <SwitchButton className="toggle">
        <span className="toggle__track" />
        {children}
      </SwitchButton>
    </SwitchField>
  );
}
