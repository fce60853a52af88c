// The menus of the title bar, as a menu bar of the keyboard: one stop, arrows between menus.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { MenuEntry } from './menu-item.ts';
import { Menu } from './menu.tsx';
import './menu-bar.css';

export interface BarMenu {
  readonly id: string;
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
}

interface MenuBarProps {
  readonly label: string;
  readonly menus: readonly BarMenu[];
}

export function MenuBar({ label, menus }: MenuBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [start, setStart] = useState<'first' | 'last' | 'none'>('first');
  const [stopId, setStopId] = useState<string | null>(null);
  const focusBefore = useRef<Element | null>(null);

  useEffect(() => {
    if (openId === null) return undefined;
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && bar.current?.contains(event.target) === true) return;
      setOpenId(null);
    };
    window.addEventListener('pointerdown', onPress, true);
    return () => window.removeEventListener('pointerdown', onPress, true);
  }, [openId]);

  const buttonOf = (id: string): HTMLElement | null =>
    bar.current?.querySelector<HTMLElement>(`[data-menu="${id}"]`) ?? null;
  const neighbour = (id: string, by: number): BarMenu => {
    const at = menus.findIndex((menu) => menu.id === id);
    return menus[(at + by + menus.length) % menus.length];
  };
  const moveTo = (menu: BarMenu): void => {
    setStopId(menu.id);
    buttonOf(menu.id)?.focus();
    if (openId !== null) {
      setStart('first');
      setOpenId(menu.id);
    }
  };
  const open = (id: string, from: 'first' | 'last' | 'none'): void => {
    if (openId === null) focusBefore.current = document.activeElement;
    setStopId(id);
    setStart(from);
    setOpenId(id);
  };
  const close = (id: string, why: 'chosen' | 'escape'): void => {
    setOpenId(null);
    const before = focusBefore.current;
    // A choice gives the keys back to where they were; Esc stays on the bar.
    if (why === 'chosen' && before instanceof HTMLElement) before.focus();
    else buttonOf(id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string): void => {
    if (event.key === 'ArrowRight') moveTo(neighbour(id, 1));
    else if (event.key === 'ArrowLeft') moveTo(neighbour(id, -1));
    else if (['ArrowDown', 'Enter', ' '].includes(event.key)) open(id, 'first');
    else if (event.key === 'ArrowUp') open(id, 'last');
    else if (event.key === 'Escape') setOpenId(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={bar} className="menu-bar" role="menubar" aria-label={label}>
      {menus.map((menu, index) => (
        <div key={menu.id} className="menu-bar__place" role="none">
          <button
            type="button"
            className="menu-bar__button"
            role="menuitem"
            data-menu={menu.id}
            aria-haspopup="menu"
            aria-expanded={openId === menu.id}
            tabIndex={
              (stopId ?? menus[0].id) === menu.id || (stopId === null && index === 0) ? 0 : -1
            }
            onKeyDown={(event) => onKeyDown(event, menu.id)}
            onPointerDown={(event) => {
              event.preventDefault();
              if (openId === menu.id) setOpenId(null);
              else open(menu.id, 'none');
            }}
            onPointerEnter={() => {
              if (openId !== null && openId !== menu.id) open(menu.id, 'none');
            }}
          >
            {menu.label}
          </button>
          {openId === menu.id && (
            <Menu
              key={menu.id}
              className="menu-bar__menu"
              label={menu.label}
              entries={menu.entries()}
              start={start}
              onClose={(why) => close(menu.id, why)}
              onSideways={(by) => moveTo(neighbour(menu.id, by))}
            />
          )}
        </div>
      ))}
    </div>
  );
}
