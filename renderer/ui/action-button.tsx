// A button that does an action of the registry: its name, its key and whether it can be done come
// from there.
import { useAction } from '../actions/use-action.ts';
import { Button, type ButtonProps } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { Icon, type IconShape } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

interface ActionButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'className'> {
  /** Id of an action. */
  readonly action: string;
  readonly icon?: IconShape;
  /** Icon alone, the title as tooltip. Needs `icon`. */
  readonly isIconOnly?: boolean;
  readonly isBig?: boolean;
  /** A shorter text than the action's title. */
  readonly label?: string;
  /** Writes the key on the button too. */
  readonly showsKey?: boolean;
}

export function ActionButton({
  action: id,
  icon,
  isIconOnly = false,
  isBig = false,
  label,
  showsKey = false,
  ...rest
}: ActionButtonProps) {
  const { title, key, isEnabled, isOn, perform } = useAction(id);
  const state = { isDisabled: !isEnabled, onPress: perform, ...(isOn === null ? {} : { isOn }) };
  if (isIconOnly && icon !== undefined)
    return (
      <IconButton
        icon={icon}
        label={label ?? title}
        shortcut={key}
        isBig={isBig}
        className={rest.className}
        data-action={id}
        {...state}
      />
    );
  return (
    <Tooltip text={title} shortcut={key}>
      <Button {...rest} {...state} data-action={id}>
        {icon !== undefined && <Icon shape={icon} />}
        {label ?? title}
        {showsKey && key !== null && <kbd className="keycap">{key}</kbd>}
      </Button>
    </Tooltip>
  );
}
