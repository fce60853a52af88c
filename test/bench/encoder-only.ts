// The floor under every render: how long the encoder alone takes for the same frames.

import { spawn, execFileSync } from 'node:child_process';
import { createReadStream, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { BIT_EXACT, DEFAULT_CRF, h264Arguments } from '#main/media/film/video-settings.ts';

/** Seconds to encode the decoded frames of `film` once more, with the product's settings. */
export async function timeEncoderOnly(
  film: string,
  size: readonly [number, number],
  scratch: string,
): Promise<{ readonly seconds: number; readonly frames: number }> {
  execFileSync('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-y', '-i', film],
    ...['-map', '0:v', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', scratch],
  ]);
  const frames = statSync(scratch).size / (size[0] * size[1] * 1.5);
  const started = performance.now();
  const encoder = spawn(
    'ffmpeg',
    [
      ...['-hide_banner', '-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
      ...['-s', size.join('x'), '-framerate', '25', '-i', 'pipe:0'],
      ...h264Arguments(DRAFT_FRAME_RATE, DEFAULT_CRF),
      ...BIT_EXACT,
      ...['-f', 'mp4', `${scratch}.mp4`],
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const closed = new Promise((resolve) => encoder.on('close', resolve));
  await pipeline(
    createReadStream(scratch, { highWaterMark: size[0] * size[1] * 1.5 }),
    encoder.stdin,
  );
  await closed;
  const seconds = (performance.now() - started) / 1000;
  rmSync(scratch);
  rmSync(`${scratch}.mp4`);
  return { seconds, frames };
}
