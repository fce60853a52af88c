// How a chord is written for people, with the letters that this keyboard really carries.
import { readChord, type Chord } from './chord.ts';
import { IS_MAC } from './platform.ts';

/** Physical code -> what the key types, from `navigator.keyboard` where there is one. */
let layout: ReadonlyMap<string, string> = new Map();
let listeners: (() => void)[] = [];

interface KeyboardWithLayout {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** Reads the layout of the keyboard. Browsers without the question keep the US letters. */
export async function readKeyboardLayout(): Promise<void> {
  const { keyboard } = navigator as { readonly keyboard?: KeyboardWithLayout };
  if (keyboard === undefined) return;
  layout = new Map(await keyboard.getLayoutMap());
  for (const listener of listeners) listener();
}

export function onKeyboardLayout(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((each) => each !== listener);
  };
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  Slash: '/',
  Backslash: '\\',
  Backquote: '`',
  Comma: ',',
  Period: '.',
  Minus: '-',
  Equal: '=',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  NumpadMultiply: 'Num *',
};

function codeLabel(code: string): string {
  const typed = layout.get(code);
  if (typed !== undefined && typed.trim() !== '') return typed.toUpperCase();
  return NAMES[code] ?? code.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Num ');
}

/** `Ctrl+Shift+Z`, or `⇧⌘Z` on macOS. */
export function chordLabel(chord: Chord, isMac: boolean = IS_MAC): string {
  const { ctrl, alt, shift, code } = readChord(chord);
  // A key with its own sign for Shift reads as that sign.
  if (shift && !ctrl && !alt && code === 'Slash' && codeLabel(code) === '/') return '?';
  const key = codeLabel(code);
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${ctrl ? '⌘' : ''}${key}`;
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}
