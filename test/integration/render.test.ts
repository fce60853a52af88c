// From picture and voices to a film through the real command line, small and short.

import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeFilm } from '#main/media/film/probe-film.ts';
import { pictureHashes } from '../support/films.ts';
import { parley, runParley, startParley } from '../support/parley.ts';
import { cutSampleVoices, SAMPLE_PICTURE } from '../support/sample.ts';

const SECONDS = 8;
const FRAMES = SECONDS * 25;

interface RenderedFilm {
  readonly path: string;
  readonly frames: number;
  readonly chunksRendered: number;
  readonly chunksReused: number;
}

interface Inspection {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly voice: string | null;
    readonly silent: boolean;
    readonly speaking: readonly (readonly [number, number])[];
    readonly score: { readonly rate: number; readonly values: readonly number[] } | null;
  }[];
  readonly voices: readonly { readonly id: string }[];
  readonly chunks: readonly { readonly key: string; readonly state: string }[];
  readonly frames: number;
}

let folder: string;

async function render(...args: string[]): Promise<RenderedFilm> {
  const done = await parley(['render', 'scene.parley', ...args], folder);
  return (done['films'] as RenderedFilm[])[0];
}

const inspect = async (): Promise<Inspection> =>
  (await parley(['inspect', 'scene.parley'], folder)) as unknown as Inspection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-render-'));
  const [a, b] = cutSampleVoices(folder, 0, SECONDS);
  const inputs = ['--image', SAMPLE_PICTURE, '--voice', a, '--voice', b];
  await parley(['new', 'scene.parley', ...inputs, '--size', '320x180', '--seed', '7'], folder);
  await parley(['analyze', 'scene.parley'], folder);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('parley render', () => {
  it('makes an H.264/AAC film of the exact length that says it is AI-generated', async () => {
    const film = await render('--out', 'first.mp4');
    expect(film).toMatchObject({ frames: FRAMES, chunksRendered: 3, chunksReused: 0 });
    const facts = await probeFilm(film.path);
    expect(facts.video).toMatchObject({
      codec: 'h264',
      width: 320,
      height: 180,
      colorSpace: 'bt709',
    });
    expect(facts.video.rate).toEqual({ num: 25, den: 1 });
    expect(facts.audio?.codec).toBe('aac');
    expect(facts.durationSeconds).toBeCloseTo(SECONDS, 1);
    expect(facts.tags['comment']).toContain('AI-generated');
    expect(await pictureHashes(film.path)).toHaveLength(FRAMES);
  });

  it('takes every chunk from the project when nothing changed', async () => {
    const film = await render('--out', 'again.mp4');
    expect(film).toMatchObject({ chunksRendered: 0, chunksReused: 3 });
  });

  it('gives the same frames from scratch, and others for another seed', async () => {
    const first = await pictureHashes(join(folder, 'first.mp4'));
    rmSync(join(folder, 'scene.parley-data', 'chunks'), { recursive: true });
    const again = await render('--out', 'scratch.mp4');
    expect(again.chunksRendered).toBe(3);
    expect(await pictureHashes(again.path)).toEqual(first);
    const other = await render('--seed', '8', '--out', 'seed8.mp4');
    expect(other.chunksRendered).toBe(3);
    const otherHashes = await pictureHashes(other.path);
    expect(otherHashes.filter((hash, frame) => hash !== first[frame]).length).toBeGreaterThan(
      FRAMES / 2,
    );
  });

  it('renders a range to the same frames as the whole film', async () => {
    const whole = await pictureHashes(join(folder, 'first.mp4'));
    const { frames, path } = await render(
      '--range',
      '00:00:02.000..00:00:06.400',
      '--out',
      'part.mp4',
    );
    expect(frames).toBe(110);
    const part = await pictureHashes(path);
    expect(part).toHaveLength(110);
    // The encoder starts anew at each chunk: whole chunks are the same bytes.
    expect(part.slice(30)).toEqual(whole.slice(80, 160));
  }, 120_000);

  it('redoes only what follows an edit, and a forced -1 shuts the mouth', async () => {
    await parley(['score', 'scene.parley', '--person', '1', '--set', '00:00:05.000=-1'], folder);
    const film = await render('--out', 'edited.mp4');
    // The edit at frame 125 is inside chunk 2, and inside the lookahead of no earlier one.
    expect(film).toMatchObject({ chunksRendered: 2, chunksReused: 1 });
    const { people } = await inspect();
    expect(people[0].score?.values.slice(125, 200).every((value) => value === -1)).toBe(true);
    expect(people[0].speaking.every(([, end]) => end <= 5)).toBe(true);
    await parley(['score', 'scene.parley', '--person', '1', '--clear', '00:00:05.000'], folder);
    // Going back costs nothing: both versions are kept.
    expect((await render('--out', 'undone.mp4')).chunksReused).toBe(3);
    const { chunks } = await inspect();
    expect(readdirSync(join(folder, 'scene.parley-data', 'chunks'))).toHaveLength(
      new Set(chunks.map(({ key }) => key)).size,
    );
  }, 120_000);

  it('obeys a pose key from where it begins, and undo brings the film back', async () => {
    const before = await pictureHashes(join(folder, 'undone.mp4'));
    const at = ['--person', '1', '--at', '00:00:07.000'];
    await parley(['pose', 'scene.parley', ...at, '--set', 'yaw=0.3', '--looks-at', '2'], folder);
    const posed = await render('--out', 'posed.mp4');
    // Frame 175, eased in over 12 frames, is in the third chunk.
    expect(posed).toMatchObject({ chunksRendered: 1, chunksReused: 2 });
    const after = await pictureHashes(posed.path);
    expect(after.slice(0, 160)).toEqual(before.slice(0, 160));
    expect(after[180]).not.toEqual(before[180]);
    const undone = await parley(['undo', 'scene.parley'], folder);
    expect(undone['changes']).toEqual(['Change pose']);
    const film = await render('--out', 'unposed.mp4');
    expect(film).toMatchObject({ chunksRendered: 0, chunksReused: 3 });
    expect(await pictureHashes(film.path)).toEqual(before);
    await parley(['redo', 'scene.parley'], folder);
    expect((await render('--out', 'reposed.mp4')).chunksRendered).toBe(0);
    await parley(['undo', 'scene.parley'], folder);
  }, 120_000);

  it('obeys the user about who speaks', async () => {
    await parley(['assign', 'scene.parley', '--voice', '1', '--person', '2'], folder);
    await parley(['assign', 'scene.parley', '--voice', '2', '--person', '1'], folder);
    const swapped = await inspect();
    expect(swapped.people[0].voice).toBe(swapped.voices[1].id);
    expect(swapped.people[1].voice).toBe(swapped.voices[0].id);
    await parley(['assign', 'scene.parley', '--person', '1', '--silent'], folder);
    const silent = await inspect();
    expect(silent.people[0]).toMatchObject({ silent: true, speaking: [] });
    await parley(['assign', 'scene.parley', '--person', '1', '--speaking'], folder);
    await parley(['analyze', 'scene.parley'], folder);
    const kept = await inspect();
    expect(kept.people[0].voice).toBe(kept.voices[1].id);
  }, 120_000);

  it('notices a chunk that was damaged or deleted behind its back', async () => {
    await render('--out', 'before.mp4');
    const chunks = join(folder, 'scene.parley-data', 'chunks');
    const [first, second] = readdirSync(chunks).sort();
    copyFileSync(join(chunks, first), join(chunks, second));
    rmSync(join(chunks, first));
    await render('--out', 'after.mp4');
    expect(await pictureHashes(join(folder, 'after.mp4'))).toEqual(
      await pictureHashes(join(folder, 'before.mp4')),
    );
  }, 120_000);

  it('cancels midway and goes on afterwards', async () => {
    rmSync(join(folder, 'scene.parley-data', 'chunks'), { recursive: true });
    const running = startParley(['render', 'scene.parley', '--out', 'cancelled.mp4'], folder);
    await new Promise<void>((resolve) => {
      running.child.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('"render"')) resolve();
      });
    });
    running.child.kill('SIGINT');
    const run = await running.finished;
    expect(readdirSync(join(folder, 'scene.parley-data', 'chunks')).length).toBeLessThan(3);
    expect(run.code).toBe(130);
    expect(run.events.at(-1)).toMatchObject({ event: 'error', code: 'cancelled' });
    expect(existsSync(join(folder, 'cancelled.mp4'))).toBe(false);
    await render('--out', 'resumed.mp4');
    expect(await pictureHashes(join(folder, 'resumed.mp4'))).toEqual(
      await pictureHashes(join(folder, 'before.mp4')),
    );
  }, 120_000);

  it('lets a second opener read and names the owner', async () => {
    rmSync(join(folder, 'scene.parley-data', 'chunks'), { recursive: true });
    const running = startParley(['render', 'scene.parley', '--out', 'held.mp4'], folder);
    await new Promise<void>((resolve) => running.child.stdout?.once('data', () => resolve()));
    const [second, rival] = await Promise.all([
      runParley(['assign', 'scene.parley', '--voice', '1', '--person', '1'], folder),
      runParley(['render', 'scene.parley', '--out', 'rival.mp4'], folder),
    ]);
    expect(second.code).toBe(3);
    expect(second.events.at(-1)?.['message']).toContain('parley render');
    expect(rival.events.at(-1)).toMatchObject({ code: 'project-read-only' });
    expect(await inspect()).toMatchObject({ frames: FRAMES });
    expect((await running.finished).code).toBe(0);
  }, 120_000);
});
