// A button that is only an icon: always named, always with a tooltip.
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconShape } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';
import './icon-button.css';

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'children' | 'style' | 'aria-label'
> {
  readonly icon: IconShape;
  /** Name for tooltip and screen readers. */
  readonly label: string;
  readonly shortcut?: string | null | undefined;
  /** For toggles. */
  readonly isOn?: boolean | undefined;
  readonly isBig?: boolean;
  readonly tone?: 'ok' | 'warn' | 'danger' | undefined;
  readonly className?: string | undefined;
}

export function IconButton({
  icon,
  label,
  shortcut,
  isOn,
  isBig = false,
  tone,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        preventFocusOnPress
        {...rest}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        className={classNames(
          'icon-button',
          isBig && 'icon-button--big',
          tone !== undefined && `icon-button--${tone}`,
          className,
        )}
      >
        <Icon shape={icon} />
      </AriaButton>
    </Tooltip>
  );
}
