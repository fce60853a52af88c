// The name of a control and its key, shown on hover and on keyboard focus.
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import './tooltip.css';

interface TooltipProps {
  readonly text: string;
  /** Chord as people read it. */
  readonly shortcut?: string | null | undefined;
  /** A control of this folder, or any element that React Aria can focus. */
  readonly children: ReactElement;
  readonly isDisabled?: boolean;
}

export function Tooltip({ text, shortcut = null, children, isDisabled = false }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80} isDisabled={isDisabled}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
        {shortcut !== null && <kbd className="keycap">{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
