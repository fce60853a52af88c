import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { findElectron, hasScreen } from './find-desktop.ts';
import { parseStartOptions } from './start-options.ts';

describe('what npm start is asked for', () => {
  const parse = (...args: string[]) => parseStartOptions(args, '/called/from');

  it('is the desktop program when nothing is given', () => {
    expect(parse()).toEqual({ isForBrowser: false, project: null, serveArguments: [] });
    expect(parse('talk.parley')).toMatchObject({ project: join('/called/from', 'talk.parley') });
  });

  it('is the browser when it is named, or what only a server has', () => {
    expect(parse('--browser')).toMatchObject({ isForBrowser: true, serveArguments: [] });
    expect(parse('--port', '8080', '--no-open', '--exports=films')).toEqual({
      isForBrowser: true,
      project: null,
      serveArguments: ['--port', '8080', '--exports', join('/called/from', 'films'), '--no-open'],
    });
  });

  it.each([
    [['--colour'], "Unknown option '--colour'."],
    [['a.parley', 'b.parley'], 'One project at a time.'],
    [['photo.jpg'], '"photo.jpg" is not a project of Parley (.parley).'],
  ])('is refused in one sentence: %j', (args, sentence) => {
    expect(() => parse(...args)).toThrow(sentence);
  });
});

describe('the desktop program', () => {
  it('is there when Electron has noted its binary and it exists', () => {
    const root = temporaryFolder();
    const folder = join(root, 'node_modules', 'electron');
    mkdirSync(join(folder, 'dist'), { recursive: true });
    expect(findElectron(root)).toBeNull();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findElectron(root)).toBeNull();
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(findElectron(root)).toBe(join(folder, 'dist', 'electron'));
  });

  it('needs a screen on Linux', () => {
    expect(hasScreen('linux', {})).toBe(false);
    expect(hasScreen('linux', { DISPLAY: '' })).toBe(false);
    expect(hasScreen('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasScreen('darwin', {})).toBe(true);
  });
});
