// From edit to take to delivered file, through the real server: stopped, killed, closed and continued.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  Job,
  JobId,
  NewJob,
  OpenedProject,
  Take,
  TickRange,
} from '#core/contract/project-types.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { findTools } from '#main/media/ffmpeg/find.ts';
import { resourcePath } from '#main/resource-path.ts';
import { findInTree } from '../support/process-tree.ts';
import { serveForTest, type TestServer } from '../support/serve.ts';
import { WindowClient } from '../support/window-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-queue-'));
const RATE = { num: 25, den: 1 };
const CHUNK = 80;
/** Three chunks. */
const FRAMES = 3 * CHUNK;
const RANGE: TickRange = { inTick: null, outTick: frameToTicks(FRAMES, RATE) };

describe('the render queue of a window', () => {
  let server: TestServer;
  let client: WindowClient;
  let project: OpenedProject;
  const session = () => ({ session: project.session });
  const jobs = () => client.until('queue.watch', session(), () => true);
  const takes = () => client.until('takes.watch', session(), () => true);
  const snapshot = async () => {
    const event = await client.until('document.watch', session(), () => true);
    if (event.type !== 'snapshot') throw new Error('The first event is a snapshot.');
    return event;
  };
  const states = async (isLast: (states: string[]) => boolean) => {
    const event = await client.until('render.chunks', session(), ({ chunks }) =>
      isLast(chunks.map(({ state }) => state)),
    );
    return event.chunks.map(({ state }) => state);
  };
  const add = (job: NewJob) => client.call('queue.add', { ...session(), job });
  const render = async (range: TickRange | null, seed: number | null = null) =>
    (await add({ kind: 'render', settings: { range, size: null, seed } })).jobId;
  const until = async (jobId: JobId, isThere: (job: Job) => boolean): Promise<Job> => {
    const find = (list: readonly Job[]) => list.find(({ id }) => id === jobId);
    const list = await client.until('queue.watch', session(), (each) => {
      const job = find(each);
      return job === undefined || isThere(job) || job.state === 'failed';
    });
    const job = find(list);
    if (job === undefined) throw new Error('The job is gone.');
    if (!isThere(job)) throw new Error(`The job has failed: ${job.error?.message ?? ''}`);
    return job;
  };
  const ended = (jobId: JobId) =>
    until(jobId, ({ state }) => state === 'done' || state === 'failed');
  const isDrawing = ({ chunk, framesDone }: Job) => (chunk?.number ?? 0) >= 2 && framesDone > CHUNK;
  /** As a window does: a project that nobody watches is closed after a while. */
  const keepOpen = () => {
    client.until('document.watch', session(), () => false).catch(() => undefined);
  };
  const open = async () => {
    server = await serveForTest(folder);
    client = await WindowClient.open(server.address);
  };

  beforeAll(async () => {
    await open();
    const picture = await client.admit(resourcePath('sample', 'interview2.png'));
    project = await client.call('projects.create', { picture, name: 'Talk' });
    keepOpen();
    await client.until('analysis.watch', session(), ({ state }) => state === 'ready');
    const { people } = (await snapshot()).document;
    for (const [index, name] of ['interview2-voice-a.flac', 'interview2-voice-b.flac'].entries()) {
      const file = await client.admit(resourcePath('sample', name));
      const personId = people[index]?.id ?? null;
      await client.call('import.voice', { ...session(), file, personId });
    }
    await client.until(
      'analysis.watch',
      session(),
      ({ state, scores }) => state === 'ready' && scores.length === 2,
    );
  }, 180_000);
  afterAll(async () => {
    client.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('renders a range into a take, chunk by chunk, and says what is there', async () => {
    const empty = await states((all) => all.length > 0);
    expect(new Set(empty)).toEqual(new Set(['empty']));
    const jobId = await render(RANGE);
    const during = await until(jobId, isDrawing);
    expect(during).toMatchObject({ state: 'running', stage: 'render', framesTotal: FRAMES });
    expect(during.lastChunkKey).not.toBeNull();
    const now = await states((all) => all[0] === 'ready' && all.includes('rendering'));
    expect(now.slice(0, 3)).toEqual(['ready', 'rendering', 'queued']);
    expect(now[3]).toBe('empty');
    const { url: chunkUrl } = await client.call('media.link', {
      ...session(),
      item: { kind: 'chunk', key: during.lastChunkKey ?? '' },
    });
    expect((await client.get(chunkUrl)).headers.get('content-type')).toBe('video/mp4');

    const job = await ended(jobId);
    expect(job).toMatchObject({ state: 'done', framesDone: FRAMES, error: null });
    const [take] = await client.until('takes.watch', session(), (list) => list.length === 1);
    expect(take).toMatchObject({
      id: job.takeId,
      name: 'Take 1',
      firstFrame: 0,
      frames: FRAMES,
      seamFrames: [80, 160],
      isCurrent: true,
      quality: null,
    });
    for (const kind of ['take', 'take-poster'] as const) {
      const item = { kind, takeId: take?.id ?? ('' as Take['id']) };
      const { url } = await client.call('media.link', { ...session(), item });
      expect((await client.get(url)).status).toBe(200);
    }
  }, 300_000);

  it('renders nothing twice: the same film is the same take', async () => {
    const job = await ended(await render(RANGE));
    expect(job.takeId).toBe((await takes())[0]?.id);
    expect(job.log.join()).toContain('Nothing has changed');
    expect(await takes()).toHaveLength(1);
  }, 60_000);

  it('makes stale what comes after an edit, and knows it before the edit', async () => {
    const { document } = await snapshot();
    const voice = document.voices[0];
    const input = {
      personId: document.people[0]?.id,
      set: [130, 140].map((frame) => ({ tick: frameToTicks(frame, RATE), value: -1 })),
    };
    expect(voice).toBeDefined();
    const impact = await client.call('render.impact', {
      ...session(),
      overlay: [{ command: 'setScoreKeys', input }],
    });
    expect(impact.staleChunks[0]).toBe(1);
    expect(impact.seconds?.high).toBeGreaterThan(0);
    await client.call('document.edit', { ...session(), command: 'setScoreKeys', input });
    const stale = await states((all) => all[1] === 'stale');
    expect(stale[0]).toBe('ready');
    await client.until('takes.watch', session(), ([take]) => !take?.isCurrent);
    await client.call('document.undo', session());
    await states((all) => all[1] === 'ready');
    await client.until('takes.watch', session(), ([take]) => take?.isCurrent);
    await client.call('document.redo', session());
  }, 60_000);

  it('pauses at once and goes on where it was', async () => {
    const jobId = await render(RANGE, 5);
    await until(jobId, isDrawing);
    await client.call('queue.pause', { ...session(), jobId });
    const paused = await until(jobId, ({ state }) => state === 'paused');
    expect(paused.chunk?.number).toBe(2);
    await client.call('queue.resume', { ...session(), jobId });
    const job = await ended(jobId);
    expect(job.state).toBe('done');
    const take = (await takes()).find(({ id }) => id === job.takeId);
    expect(take).toMatchObject({ seed: 5, frames: FRAMES, isCurrent: true });
  }, 300_000);

  it('an engine that is killed costs a chunk, not the job', async () => {
    const jobId = await render(RANGE, 6);
    await until(jobId, isDrawing);
    const pid = findInTree(process.pid, 'engine');
    if (pid === null) throw new Error('There is an engine.');
    process.kill(pid, 'SIGKILL');
    expect((await ended(jobId)).state).toBe('done');
    const status = await client.until('app.engine', {}, ({ crashes }) => crashes > 0);
    expect(status.crashes).toBe(1);
  }, 300_000);

  it('a program that ends leaves a job that can be continued, with its undo', async () => {
    const jobId = await render(RANGE, 7);
    await until(jobId, isDrawing);
    client.close();
    await server.stop();
    await open();
    const [listing] = await client.call('projects.list', {});
    project = await client.call('projects.open', { ref: listing?.ref ?? '' });
    keepOpen();
    const job = await until(jobId, () => true);
    expect(job).toMatchObject({ state: 'interrupted' });
    expect(job.error?.message).toContain('during chunk 2; chunk 1 is safe');
    expect((await snapshot()).history.undo).not.toBeNull();
    await client.call('queue.resume', { ...session(), jobId });
    expect((await ended(jobId)).state).toBe('done');
  }, 300_000);

  it('cancels what runs and what waits, and keeps the order that it is told', async () => {
    const running = await render(RANGE, 8);
    const second = await render(RANGE, 9);
    const third = await render(RANGE, 10);
    await client.call('queue.move', { ...session(), jobId: third, beforeId: second });
    const order = (await jobs()).map(({ id }) => id).slice(-3);
    expect(order).toEqual([running, third, second]);
    for (const jobId of [second, third, running]) {
      await client.call('queue.cancel', { ...session(), jobId });
    }
    const left = (await jobs()).map(({ id }) => id);
    for (const jobId of [running, second, third]) expect(left).not.toContain(jobId);
  }, 60_000);

  it('a job that cannot be done says why and can be tried again', async () => {
    const far = { inTick: frameToTicks(1_000_000, RATE), outTick: null };
    const jobId = await render(far);
    const job = await ended(jobId);
    expect(job.error).toMatchObject({ code: 'empty-range' });
    expect(job.log.join()).toContain('no frame');
    await client.call('queue.retry', { ...session(), jobId });
    expect((await ended(jobId)).state).toBe('failed');
    await client.call('queue.remove', { ...session(), jobId });
  });

  it('delivers a take in every preset that this machine can write', async () => {
    const { ffprobe } = await findTools();
    const [take] = await takes();
    if (take === undefined) throw new Error('There is a take.');
    const presets = await client.call('deliver.presets', {});
    const usable = presets.filter(({ unavailable }) => unavailable === null);
    expect(usable.map(({ id }) => id)).toContain('h264');
    const range = { inTick: frameToTicks(30, RATE), outTick: frameToTicks(90, RATE) };
    for (const { id: preset, extension } of usable) {
      for (const part of preset === 'h264' ? [null, range] : [range]) {
        const settings = { preset, takeId: take.id, range: part, fileName: 'Talk', folder: null };
        const estimate = await client.call('deliver.estimate', { ...session(), settings });
        const frames = part === null ? FRAMES : 60;
        expect(estimate.frames).toBe(frames);
        expect(estimate.freeBytes).toBeGreaterThan(0);
        const { jobId } = await add({ kind: 'export', settings });
        const job = await ended(jobId);
        expect(job.error).toBeNull();
        const path = join(server.exportsFolder, job.output?.name ?? '');
        expect(path.endsWith(`.${extension}`)).toBe(true);
        const probed = JSON.parse(
          execFileSync(ffprobe.path, [
            ...['-v', 'error', '-count_frames', '-show_streams', '-show_format'],
            ...['-of', 'json', path],
          ]).toString(),
        ) as {
          streams: { codec_type: string; nb_read_frames: string; duration: string }[];
          format: { tags: Record<string, string> };
        };
        const video = probed.streams.find(({ codec_type }) => codec_type === 'video');
        const audio = probed.streams.find(({ codec_type }) => codec_type === 'audio');
        if (preset !== 'wav-mix') expect(Number(video?.nb_read_frames), preset).toBe(frames);
        expect(Math.abs(Number(audio?.duration) - frames / 25), preset).toBeLessThan(0.05);
        expect(JSON.stringify(probed.format.tags), preset).toContain('compositeWithTrained');
        if (preset === 'h264' && part === null) {
          expect(estimate.bytes).toEqual({ low: job.output?.bytes, high: job.output?.bytes });
        }
        const item = { kind: 'job-output' as const, jobId };
        const { url } = await client.call('media.link', { ...session(), item });
        const download = await client.get(url);
        expect(decodeURIComponent(download.headers.get('content-disposition') ?? '')).toContain(
          job.output?.name,
        );
      }
    }
    // Nothing is written over.
    expect(existsSync(join(server.exportsFolder, 'Talk.mp4'))).toBe(true);
    expect(existsSync(join(server.exportsFolder, 'Talk 2.mp4'))).toBe(true);
  }, 300_000);

  it('delivers the project as it is now, rendered first where needed', async () => {
    const settings = { preset: 'h264', takeId: null, range: RANGE, fileName: 'Now', folder: null };
    const estimate = await client.call('deliver.estimate', { ...session(), settings });
    expect(estimate.frames).toBe(FRAMES);
    expect(estimate.seconds?.high).toBeGreaterThan(0);
    const { jobId } = await add({ kind: 'export', settings });
    const job = await ended(jobId);
    expect(job).toMatchObject({ state: 'done', output: { name: 'Now.mp4' } });
    const take = (await takes()).find(({ id }) => id === job.takeId);
    expect(take?.isCurrent).toBe(true);
  }, 300_000);

  it('marks, names, measures and removes takes', async () => {
    const short = { inTick: frameToTicks(60, RATE), outTick: frameToTicks(110, RATE) };
    const { takeId } = await ended(await render(short));
    const take = (await takes()).find(({ id }) => id === takeId);
    if (take === undefined) throw new Error('There is a take.');
    const ids = { ...session(), takeId: take.id };
    await client.call('takes.star', { ...ids, isStarred: true });
    await client.call('takes.rename', { ...ids, name: 'Best' });
    await client.call('takes.measure', ids);
    const find = async () => (await takes()).find(({ id }) => id === take.id);
    const best = await find();
    expect(best).toMatchObject({ name: 'Best', isStarred: true });
    expect(best?.quality?.measuredFrames).toBe(50);
    expect(best?.quality?.people).toHaveLength(2);
    expect(best?.quality?.people[0]?.lipOwn).not.toBeNull();
    // Counted in the project: chunks meet at frame 80.
    expect(best?.quality?.seams.map(({ frame }) => frame)).toEqual([80]);
    await client.call('takes.remove', ids);
    expect(await find()).toBeUndefined();
    await expect(client.call('takes.star', { ...ids, isStarred: true })).rejects.toMatchObject({
      code: 'no-such-take',
    });
  }, 300_000);
});
