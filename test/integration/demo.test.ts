// The demo as a newcomer runs it, on a small picture and four seconds of voice.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { probeFilm } from '#main/media/film/probe-film.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DEMO = fileURLToPath(new URL('../../scripts/demo/demo.ts', import.meta.url));
const BOTH_SPEAK_FROM = 4;

function runDemo(args: readonly string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [DEMO, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (out += text.toString()));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

it("makes film, contact sheet and report of anyone's files, and reuses them", async () => {
  const folder = temporaryFolder();
  const [a, b] = cutSampleVoices(folder, BOTH_SPEAK_FROM, 4);
  const out = join(folder, 'out');
  const args = [
    '--image',
    SAMPLE_PICTURE,
    '--voice',
    a,
    '--voice',
    b,
    '--size',
    '320x180',
    '--out',
    out,
  ];
  const first = await runDemo(args);
  expect(first.code, first.out).toBe(0);
  const film = await probeFilm(join(out, 'interview.mp4'));
  expect(film.durationSeconds).toBeCloseTo(4, 1);
  expect(existsSync(join(out, 'contact-sheet.png'))).toBe(true);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('Lips follow the own voice');
  const second = await runDemo(args);
  expect(second.code, second.out).toBe(0);
  expect(second.out).toContain('The project is there already');
  expect(second.out).not.toContain('Measuring the film');
}, 240_000);
