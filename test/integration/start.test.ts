// `npm start` as a newcomer runs it, in a fresh copy of the sources.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FreshClone, type RunningTask } from '../support/fresh-clone.ts';

const ADDRESS = /Parley is at (http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]{20,})/;
const PATIENCE = { timeout: 200_000, interval: 50 };

describe.skipIf(process.platform !== 'linux')('npm start (needs Linux)', () => {
  const clone = new FreshClone();
  const note = join(clone.root, 'note');
  const address = async (task: RunningTask): Promise<RegExpExecArray> => {
    await expect.poll(() => task.printed(), PATIENCE).toMatch(ADDRESS);
    const found = ADDRESS.exec(task.printed());
    if (found === null) throw new Error('The address has been printed.');
    return found;
  };

  afterAll(() => clone.remove());

  it('builds, serves the window without browser or screen, and says where', async () => {
    const task = await clone.start();
    const [, origin, token] = await address(task);
    expect(task.printed()).toContain('set-up: building the window');
    await expect.poll(() => task.printed(), PATIENCE).toContain('open the address yourself');
    const page = await fetch(`${origin}/`);
    expect(await page.text()).toContain('<div id="root">');
    const session = await fetch(`${origin}/session`, {
      method: 'POST',
      headers: { origin: origin ?? '' },
      body: token ?? '',
    });
    expect(session.status).toBe(200);
    task.child.kill('SIGINT');
    expect(await task.ended, task.printed()).toBe(0);
    expect(task.printed()).toContain('Parley has stopped.');
  }, 240_000);

  it('builds nothing a second time, and opens the browser on the address with the token', async () => {
    clone.addProgram('xdg-open', `echo "$*" > "${note}"`);
    const task = await clone.start();
    const [, origin, token] = await address(task);
    expect(task.printed()).not.toContain('building');
    const written = (): string => (existsSync(note) ? readFileSync(note, 'utf8') : '');
    await expect.poll(written, PATIENCE).toBe(`${origin}/#token=${token}\n`);
    task.child.kill('SIGTERM');
    expect(await task.ended, task.printed()).toBe(0);
    expect(task.printed()).not.toContain('open the address yourself');
  }, 240_000);

  it('opens Electron where its binary and a screen are, and ends as it ends', async () => {
    clone.addElectron('echo "electron got $1 $2"; exit 7');
    const desktop = await clone.start(['talk.parley'], { DISPLAY: ':0' });
    expect(await desktop.ended, desktop.printed()).toBe(7);
    expect(desktop.printed()).toContain(
      `electron got ${clone.folder} ${join(clone.root, 'talk.parley')}`,
    );
    const main = join(clone.folder, 'out', 'main', 'main.js');
    expect(existsSync(main)).toBe(true);
    expect(existsSync(join(clone.folder, 'out', 'preload', 'preload.cjs'))).toBe(true);
    const blind = await clone.start();
    await address(blind);
    blind.child.kill('SIGTERM');
    expect(await blind.ended).toBe(0);
  }, 240_000);

  it('explains itself in two sentences', async () => {
    const wrong = await clone.start(['--colour']);
    expect(await wrong.ended).toBe(2);
    expect(wrong.printed()).toBe(
      "Unknown option '--colour'. Usage: npm start -- [project.parley] [--browser] [--port n] [--projects folder] [--exports folder] [--no-open]\n",
    );
    const file = await clone.start(['talk.parley', '--browser']);
    expect(await file.ended).toBe(2);
    expect(file.printed()).toMatch(/^In the browser a project is opened from the window itself\./);
  }, 240_000);
});
