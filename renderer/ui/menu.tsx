// An open menu: arrows walk, letters jump, Right opens what lies inside, Esc closes.
import { Check, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { MenuEntry } from './menu-item.ts';
import './menu.css';

export interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** A choice was made, or the menu is to be closed. */
  readonly onClose: (why: 'chosen' | 'escape') => void;
  /** Left on the first level, or Right on an entry without a submenu: the next menu of a bar. */
  readonly onSideways?: (by: -1 | 1) => void;
  readonly start?: 'first' | 'last' | 'none';
  readonly className?: string;
}

/** So long a submenu stays when the pointer crosses other entries on its way into it. */
const SUBMENU_STAYS_MS = 250;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function Menu(props: MenuProps) {
  const { label, entries, onClose, onSideways, start = 'first', className } = props;
  const list = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const turning = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(turning.current), []);

  useEffect(() => {
    const items = itemsOf(list.current);
    const first = start === 'none' ? list.current : items.at(start === 'last' ? -1 : 0);
    first?.focus();
  }, [start]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const items = itemsOf(list.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const step = STEPS[event.key];
    if (step !== undefined) items.at((at + step + items.length) % items.length)?.focus();
    else if (event.key === 'Home') items.at(0)?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Escape') onClose('escape');
    else if (event.key === 'Tab') onClose('escape');
    else if (event.key === 'ArrowRight') openOrLeave(items.at(at)?.dataset.submenu ?? null);
    else if (event.key === 'ArrowLeft') onSideways?.(-1);
    else if (event.key.length === 1 && event.key !== ' ') jumpTo(items, at, event.key);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };
  const open = (id: string | null): void => {
    clearTimeout(turning.current);
    setOpenId(id);
  };
  const pointAt = (id: string | null): void => {
    clearTimeout(turning.current);
    if (openId === null) setOpenId(id);
    else if (id !== openId) turning.current = setTimeout(() => setOpenId(id), SUBMENU_STAYS_MS);
  };
  const openOrLeave = (submenuId: string | null): void => {
    if (submenuId !== null) open(submenuId);
    else onSideways?.(1);
  };

  return (
    <div
      ref={list}
      className={classNames('menu', className)}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry) => (
        <MenuRow
          key={entry.id}
          entry={entry}
          isOpen={openId === entry.id}
          onOpen={open}
          onPoint={pointAt}
          onClose={onClose}
        />
      ))}
    </div>
  );
}

function itemsOf(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(':scope > .menu__row > .menu__item') ?? [])];
}

function jumpTo(items: readonly HTMLElement[], at: number, letter: string): void {
  const ordered = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const wanted = letter.toLowerCase();
  ordered.find((item) => item.textContent.trim().toLowerCase().startsWith(wanted))?.focus();
}

interface MenuRowProps {
  readonly entry: MenuEntry;
  readonly isOpen: boolean;
  readonly onOpen: (id: string | null) => void;
  /** The pointer is over a submenu or its entry; null: over neither. */
  readonly onPoint: (id: string | null) => void;
  readonly onClose: MenuProps['onClose'];
}

function MenuRow({ entry, isOpen, onOpen, onPoint, onClose }: MenuRowProps) {
  const button = useRef<HTMLButtonElement>(null);
  if (entry.kind === 'separator') return <div className="menu__line" role="separator" />;
  if (entry.kind === 'submenu')
    return (
      <div
        className="menu__row"
        role="none"
        onPointerEnter={() => onPoint(entry.id)}
        onPointerLeave={() => onPoint(null)}
      >
        <button
          ref={button}
          type="button"
          className="menu__item"
          role="menuitem"
          tabIndex={-1}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          data-submenu={entry.id}
          onPointerEnter={(event) => event.currentTarget.focus()}
          onClick={() => onOpen(entry.id)}
        >
          <span className="menu__tick" />
          <span className="menu__label">{entry.label}</span>
          <Icon shape={ChevronRight} size={14} />
        </button>
        {isOpen && (
          <Menu
            className="menu--sub"
            label={entry.label}
            entries={entry.entries}
            onClose={(why) => {
              if (why === 'chosen') onClose(why);
              else {
                onOpen(null);
                button.current?.focus();
              }
            }}
            onSideways={(by) => {
              if (by === 1) return;
              onOpen(null);
              button.current?.focus();
            }}
          />
        )}
      </div>
    );
  const { isOn = null, isEnabled = true } = entry;
  return (
    <div className="menu__row" role="none">
      <button
        type="button"
        className="menu__item"
        role={isOn === null ? 'menuitem' : 'menuitemcheckbox'}
        tabIndex={-1}
        aria-disabled={!isEnabled}
        data-action={entry.id}
        {...(isOn === null ? {} : { 'aria-checked': isOn })}
        onPointerEnter={(event) => {
          event.currentTarget.focus();
          onPoint(null);
        }}
        onClick={() => {
          if (!isEnabled) return;
          onClose('chosen');
          entry.onChoose();
        }}
      >
        <span className="menu__tick">{isOn === true && <Icon shape={Check} size={14} />}</span>
        <span className="menu__label">{entry.label}</span>
        {typeof entry.shortcut === 'string' && <span className="menu__key">{entry.shortcut}</span>}
      </button>
    </div>
  );
}
