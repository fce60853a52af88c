// On or off, at once.
import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';
import './toggle.css';

interface ToggleProps {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Toggle({ children, isOn, onChange, isDisabled = false }: ToggleProps) {
  return (
    <Switch className="toggle" isSelected={isOn} isDisabled={isDisabled} onChange={onChange}>
      <span className="toggle__track" />
      {children}
    </Switch>
  );
}
