// Turns keys into actions. Keys of text fields, open menus and dialogs stay theirs.
import type { Action, ActionContext } from '../../actions/action.ts';
import { chordOf, readChord } from './chord.ts';
import type { KeyMap } from './key-map.ts';
import { IS_MAC } from './platform.ts';

export interface KeyDispatcher {
  readonly keyMap: () => KeyMap;
  readonly context: () => ActionContext;
  readonly perform: (action: Action) => boolean;
}

const TEXT_INPUT_TYPES = /^(text|search|email|url|tel|password|number|date|time)$/;
const OWN_KEYS = '[role=menu],[role=listbox],[role=dialog],[role=combobox]';
/** What Space and Enter press while it has the focus. */
const PRESSED_BY_KEYS = 'button,a[href],summary,input,select,[role=button],[role=tab],[role=radio]';
/** What arrow keys move while it has the focus. */
const MOVED_BY_KEYS = 'input[type=range],input[type=radio],select,[role=slider],[role=radio]';
const MOVING_CODE = /^(Arrow\w+|Home|End|PageUp|PageDown)$/;
/** With Ctrl these edit text; other chords with Ctrl work in text fields too. */
const TEXT_CODE = /^(Key[ACVXZYDBIU]|Arrow\w+|Home|End|Backspace|Delete|Space)$/;
const FUNCTION_CODE = /^F\d+$/;

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && TEXT_INPUT_TYPES.test(target.type);
}

function isForFocused(event: KeyboardEvent): boolean {
  const { target } = event;
  const chord = chordOf(event, IS_MAC);
  if (chord === null || !(target instanceof Element)) return false;
  if (target.closest(OWN_KEYS) !== null) return true;
  const { ctrl, alt, code } = readChord(chord);
  if (FUNCTION_CODE.test(code)) return false;
  if (isTextField(target)) return !ctrl || TEXT_CODE.test(code);
  if (target.closest('[role=menubar]') !== null) return true;
  if (ctrl || alt) return false;
  if (code === 'Space' || code === 'Enter') return target.matches(PRESSED_BY_KEYS);
  return MOVING_CODE.test(code) && target.matches(MOVED_BY_KEYS);
}

/** @returns stops listening */
export function startKeys(dispatcher: KeyDispatcher): () => void {
  const end = new AbortController();
  const held = new Map<string, Action>();

  const release = (code: string): void => {
    const action = held.get(code);
    held.delete(code);
    action?.release?.(dispatcher.context());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isForFocused(event)) return;
    const chord = chordOf(event, IS_MAC);
    if (chord === null) return;
    const candidates = dispatcher.keyMap().get(chord);
    if (candidates === undefined) return;
    const context = dispatcher.context();
    const action = candidates.find((each) => each.isEnabled?.(context) ?? true);
    // A key of the map never does what the browser would do with it, even while its action is off.
    event.preventDefault();
    if (action === undefined || (event.repeat && action.repeats !== true)) return;
    if (dispatcher.perform(action) && action.release !== undefined) held.set(event.code, action);
  };
  const { signal } = end;
  window.addEventListener('keydown', onKeyDown, { signal });
  window.addEventListener('keyup', (event) => release(event.code), { signal });
  window.addEventListener(
    'blur',
    () => {
      for (const code of [...held.keys()]) release(code);
    },
    { signal },
  );
  return () => end.abort();
}
