// A button with words. One filled (`primary`) button per page.
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  readonly variant?: 'normal' | 'primary' | 'quiet';
  readonly size?: 'dense' | 'normal' | 'large';
  /** For toggles: adds the pressed state. */
  readonly isOn?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Button({
  children,
  variant = 'normal',
  size = 'dense',
  isOn,
  className,
  ...rest
}: ButtonProps) {
  return (
    // A click must not take the keys away from the timeline: Space goes on playing.
    <AriaButton
      preventFocusOnPress
      {...rest}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      className={classNames('button', `button--${variant}`, `button--size-${size}`, className)}
    >
      {children}
    </AriaButton>
  );
}
