// Watches one long render: memory of all its processes, and how long each chunk takes.

import type { RunningParley } from '../support/parley.ts';
import { processTree } from '../support/process-tree.ts';

export interface LongRender {
  readonly seconds: number;
  /** Slope of a straight line through the samples of the drawing phase. */
  readonly megabytesPerFilmMinute: number;
  readonly peakMegabytes: number;
  /** Median seconds per chunk in the first and in the last fifth of the film. */
  readonly firstChunkSeconds: number;
  readonly lastChunkSeconds: number;
}

interface Sample {
  readonly filmMinute: number;
  readonly megabytes: number;
}

const SAMPLE_MS = 1000;
const FRAMES_PER_MINUTE = 1500;
const CHUNK_FRAMES = 80;
/** Threads warm up and caches fill before that. */
const WARM_UP_SHARE = 0.1;

export async function measureLongRender(
  { child, finished }: RunningParley,
  filmSeconds: number,
): Promise<LongRender> {
  const started = performance.now();
  const samples: Sample[] = [];
  const chunkEnds: number[] = [];
  let frames = 0;
  let rest = '';
  child.stdout?.on('data', (text: Buffer) => {
    const lines = (rest + text.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = JSON.parse(line) as { stage?: string; done?: number };
      if (event.stage !== 'render' || event.done === undefined) continue;
      frames = event.done;
      if (frames >= (chunkEnds.length + 1) * CHUNK_FRAMES) chunkEnds.push(performance.now() / 1000);
    }
  });
  let peakMegabytes = 0;
  const timer = setInterval(() => {
    const megabytes = residentBytes(child.pid ?? 0) / 2 ** 20;
    peakMegabytes = Math.max(peakMegabytes, megabytes);
    if (frames > 0) samples.push({ filmMinute: frames / FRAMES_PER_MINUTE, megabytes });
  }, SAMPLE_MS);
  const run = await finished;
  clearInterval(timer);
  if (run.code !== 0) throw new Error(JSON.stringify(run.events.at(-1)));
  const lastMinute = filmSeconds / 60;
  const warm = samples.filter(
    ({ filmMinute }) => filmMinute > lastMinute * WARM_UP_SHARE && filmMinute < lastMinute * 0.999,
  );
  const chunkSeconds = chunkEnds.slice(1).map((end, index) => end - chunkEnds[index]);
  const fifth = Math.floor(chunkSeconds.length / 5);
  return {
    seconds: (performance.now() - started) / 1000,
    megabytesPerFilmMinute: slope(warm),
    peakMegabytes,
    firstChunkSeconds: median(chunkSeconds.slice(0, fifth)),
    lastChunkSeconds: median(chunkSeconds.slice(-fifth)),
  };
}

/** Sum over a process and its descendants. */
function residentBytes(root: number): number {
  return processTree(root).reduce((sum, entry) => sum + entry.residentBytes, 0);
}

/** Least-squares slope of megabytes over film minutes. */
function slope(samples: readonly Sample[]): number {
  const mean = (pick: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
  const meanMinute = mean((sample) => sample.filmMinute);
  const meanMegabytes = mean((sample) => sample.megabytes);
  const covariance = mean((s) => (s.filmMinute - meanMinute) * (s.megabytes - meanMegabytes));
  const variance = mean((s) => (s.filmMinute - meanMinute) ** 2);
  return covariance / variance;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
