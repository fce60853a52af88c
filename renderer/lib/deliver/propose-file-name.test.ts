import { expect, test } from 'vitest';
import { isFileName, proposeFileName } from './propose-file-name.ts';

test('the first version that no earlier job has', () => {
  expect(proposeFileName('Interview 07', [])).toBe('Interview 07_v1');
  expect(proposeFileName('Interview 07', ['interview 07_V1.mp4', 'Interview 07_v2'])).toBe(
    'Interview 07_v3',
  );
});

test('whatever the project is called, the name is allowed', () => {
  for (const name of ['a/b\\c:d*e?"f<g>h|i', '\u0000', ' ', 'x'.repeat(300), '🎬 день'])
    expect(isFileName(proposeFileName(name, []))).toBe(true);
});

test('folders and characters that file systems refuse are no names', () => {
  for (const name of ['', 'a/b', 'a\\b', 'C:x', 'a\nb', 'x'.repeat(121)])
    expect(isFileName(name)).toBe(false);
  expect(isFileName('Interview %d "1"')).toBe(false);
  expect(isFileName("it's 100 % — final")).toBe(true);
});
