// A button that opens a menu below itself.
import { useRef, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { openContextMenu } from './context-menu.tsx';
import { IconButton, type IconButtonProps } from './icon-button.tsx';
import type { MenuEntry } from './menu-item.ts';

interface MenuOpener {
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
}

function useOpener({ label, entries }: MenuOpener) {
  const button = useRef<HTMLButtonElement>(null);
  const open = (): void => {
    const rect = button.current?.getBoundingClientRect();
    if (rect !== undefined)
      openContextMenu({ label, entries: entries(), x: rect.left, y: rect.bottom + 4 });
  };
  return { ref: button, onPress: open, 'aria-haspopup': 'menu' as const };
}

interface MenuButtonProps extends MenuOpener, Pick<ButtonProps, 'variant' | 'size'> {
  readonly children: ReactNode;
}

export function MenuButton({ label, entries, children, ...rest }: MenuButtonProps) {
  return (
    <Button {...rest} {...useOpener({ label, entries })}>
      {children}
    </Button>
  );
}

type IconMenuButtonProps = MenuOpener & Pick<IconButtonProps, 'icon' | 'tone'>;

export function IconMenuButton({ label, entries, ...rest }: IconMenuButtonProps) {
  return <IconButton {...rest} label={label} {...useOpener({ label, entries })} />;
}
