// A small panel beside the control that opens it.
import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import './popover.css';

type Placement = 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'right' | 'left';

interface PopoverProps {
  readonly label: string;
  /** A button of this folder. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly placement?: Placement;
}

export function Popover({ label, trigger, children, placement = 'bottom start' }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={4}>
        <Dialog className="popover__content" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
