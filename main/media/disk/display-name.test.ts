import { expect, test } from 'vitest';
import { displayName } from './display-name.ts';

test('a name with line breaks stays on one line', () => {
  expect(displayName('/somewhere/a\nb\u001b[31m.png')).toBe('"a\u{fffd}b\u{fffd}[31m.png"');
});

test('a long name loses its middle, never half a letter', () => {
  const shown = displayName(`/x/${'👩‍👩‍👧'.repeat(200)}.png`);
  expect(shown).toContain('…');
  expect(shown.startsWith('"👩‍👩‍👧👩‍👩‍👧')).toBe(true);
  expect(shown.endsWith('.png"')).toBe(true);
});
