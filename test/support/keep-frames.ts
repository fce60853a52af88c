// Frames of both sides of a comparison and their difference, kept for the eye.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writePng } from '#main/media/picture/write-png.ts';

/** A folder that keeps them; without it nothing is written. */
const KEPT_FRAMES = process.env['PARLEY_KEEP_PREVIEW_FRAMES'];
/** Differences are a few levels: invisible as they are. */
const DIFFERENCE_GAIN = 8;

export interface ComparedFrames {
  readonly width: number;
  readonly height: number;
  // [H, W, 3]
  readonly shown: Uint8Array;
  readonly film: Uint8Array;
}

export async function keepFrames(
  name: string,
  { width, height, shown, film }: ComparedFrames,
): Promise<void> {
  if (KEPT_FRAMES === undefined) return;
  mkdirSync(KEPT_FRAMES, { recursive: true });
  const difference = shown.map((value, i) =>
    Math.min(255, DIFFERENCE_GAIN * Math.abs(value - film[i])),
  );
  for (const [side, data] of Object.entries({ shown, film, difference })) {
    const path = join(KEPT_FRAMES, `${name} ${side}.png`.replaceAll(' ', '-'));
    await writePng(path, data, width, height);
  }
}
