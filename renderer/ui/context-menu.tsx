// A menu at the pointer. Features open it with their own entries; the shell draws it.
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MenuEntry } from './menu-item.ts';
import { Menu } from './menu.tsx';
import './context-menu.css';

interface OpenMenu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Client pixels. */
  readonly x: number;
  readonly y: number;
}

const store = createStore<{ readonly open: OpenMenu | null }>(() => ({ open: null }));

export function openContextMenu(menu: OpenMenu): void {
  store.setState({ open: menu });
}

export function closeContextMenu(): void {
  store.setState({ open: null });
}

export function ContextMenu() {
  const open = useStore(store, (state) => state.open);
  const place = useRef<HTMLDivElement>(null);
  const focusBefore = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const element = place.current;
    if (open === null || element === null) return;
    const rect = element.getBoundingClientRect();
    const scale = rect.width / element.offsetWidth || 1;
    const left = Math.max(0, Math.min(open.x, window.innerWidth - rect.width - 4));
    const fitsBelow = open.y + rect.height <= window.innerHeight - 4;
    const top = fitsBelow ? open.y : Math.max(0, open.y - rect.height);
    element.style.left = `${left / scale}px`;
    element.style.top = `${top / scale}px`;
  }, [open]);

  useEffect(() => {
    if (open === null) return undefined;
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) === true) return;
      closeContextMenu();
    };
    window.addEventListener('pointerdown', onPress, true);
    window.addEventListener('blur', closeContextMenu);
    return () => {
      window.removeEventListener('pointerdown', onPress, true);
      window.removeEventListener('blur', closeContextMenu);
    };
  }, [open]);

  if (open === null) return null;
  focusBefore.current ??= document.activeElement;
  return (
    <div ref={place} className="context-menu">
      <Menu
        label={open.label}
        entries={open.entries}
        onClose={() => {
          closeContextMenu();
          if (focusBefore.current instanceof HTMLElement) focusBefore.current.focus();
          focusBefore.current = null;
        }}
      />
    </div>
  );
}
