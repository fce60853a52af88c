// Key chords by physical code, e.g. `Ctrl+Shift+KeyZ`. Ctrl is Cmd on macOS.

export type Chord = string;

export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

export interface ChordParts {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly code: string;
}

const MODIFIER_CODE = /^(Control|Shift|Alt|Meta|OS)(Left|Right)$/;

export function isModifierCode(code: string): boolean {
  return MODIFIER_CODE.test(code);
}

export function writeChord({ ctrl, alt, shift, code }: ChordParts): Chord {
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${code}`;
}

export function readChord(chord: Chord): ChordParts {
  const parts = chord.split('+');
  const code = parts.at(-1) ?? '';
  return {
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    code,
  };
}

/** @returns null for a modifier alone, and for keys that belong to the system */
export function chordOf(press: KeyPress, isMac: boolean): Chord | null {
  if (press.code === '' || isModifierCode(press.code)) return null;
  const [ctrl, system] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (system) return null;
  return writeChord({ ctrl, alt: press.altKey, shift: press.shiftKey, code: press.code });
}

/** Order of modifiers does not matter to people; chords are compared in one spelling. */
export function normalizeChord(chord: Chord): Chord {
  return writeChord(readChord(chord));
}
