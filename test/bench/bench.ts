// `npm run bench`: speed of the draft at two sizes against real time and against the encoder alone.
// `npm run bench -- long`: ten minutes of film; memory and seconds per chunk along the way.

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parley, startParley } from '../support/parley.ts';
import { makeBenchScene } from './bench-scene.ts';
import { timeEncoderOnly } from './encoder-only.ts';
import { measureLongRender } from './long-render.ts';

const SIZES = ['852x480', '1280x720', '1920x1080'];
const FILM_SECONDS = 20;
const LONG_SECONDS = 600;

interface RenderedFilm {
  readonly path: string;
  readonly frames: number;
  readonly size: readonly [number, number];
}

function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0].model.trim()}), load ${loadavg()[0].toFixed(2)}`;
}

async function benchSpeed(folder: string): Promise<void> {
  console.log(`Draft speed, ${FILM_SECONDS} s of film, two people. ${machine()}`);
  for (const size of SIZES) {
    const project = await makeBenchScene(folder, size, FILM_SECONDS);
    const started = performance.now();
    const done = await parley(['render', project], folder);
    const seconds = (performance.now() - started) / 1000;
    const [film] = done['films'] as RenderedFilm[];
    const encoder = await timeEncoderOnly(film.path, film.size, join(folder, 'frames.yuv'));
    const filmSeconds = film.frames / 25;
    console.log(
      [
        film.size.join('x').padEnd(10),
        `${(filmSeconds / seconds).toFixed(2)} x real time`,
        `(${(film.frames / seconds).toFixed(1)} fps, ${seconds.toFixed(1)} s)`,
        `encoder only ${(encoder.frames / encoder.seconds).toFixed(1)} fps`,
        `ratio ${(encoder.seconds / seconds).toFixed(2)}`,
        `load ${loadavg()[0].toFixed(2)}`,
      ].join('  '),
    );
  }
}

async function benchLong(folder: string): Promise<void> {
  console.log(`${LONG_SECONDS} s of film at 852x480. ${machine()}`);
  const project = await makeBenchScene(folder, '852x480', LONG_SECONDS);
  const running = startParley(['render', project], folder);
  const long = await measureLongRender(running, LONG_SECONDS);
  console.log(
    `render ${long.seconds.toFixed(1)} s, ${(LONG_SECONDS / long.seconds).toFixed(2)} x real time`,
  );
  console.log(
    `resident memory grows ${long.megabytesPerFilmMinute.toFixed(2)} MB per minute of film`,
  );
  console.log(`(peak ${long.peakMegabytes.toFixed(0)} MB over all processes)`);
  console.log(
    `seconds per chunk: first fifth ${long.firstChunkSeconds.toFixed(3)}, last fifth ${long.lastChunkSeconds.toFixed(3)}, ratio ${(long.lastChunkSeconds / long.firstChunkSeconds).toFixed(3)}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
try {
  if (process.argv[2] === 'long') await benchLong(folder);
  else await benchSpeed(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
