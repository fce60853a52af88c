// Chords that no action may have: browsers never give them to a page, or people would lose their work
// to a reload, or the key moves the focus.
import { normalizeChord, readChord, type Chord } from './chord.ts';

const BROWSER = new Set(
  [
    'Ctrl+KeyN',
    'Ctrl+KeyT',
    'Ctrl+KeyW',
    'Ctrl+KeyR',
    'Ctrl+Shift+KeyN',
    'Ctrl+Shift+KeyT',
    'Ctrl+Shift+KeyW',
    'Ctrl+Shift+KeyR',
    'Ctrl+KeyQ',
    'Ctrl+F4',
    'Alt+F4',
    'F5',
    'Ctrl+F5',
    'Ctrl+PageUp',
    'Ctrl+PageDown',
  ].map(normalizeChord),
);

export function isReservedChord(chord: Chord): boolean {
  const { code } = readChord(chord);
  return code === 'Tab' || code === 'Escape' || BROWSER.has(normalizeChord(chord));
}
