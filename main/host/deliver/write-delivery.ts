// A finished film, or a part of it, written as what somebody else works with.
import { appendFile, copyFile } from 'node:fs/promises';
import type { Marking } from '#core/provenance/marking.ts';
import type { FrameRange } from '#core/render/chunk-plan.ts';
import { frameToTicks, type Rational } from '#core/time/ticks.ts';
import { toWriteError } from '#main/media/disk/disk-error.ts';
import { displayName } from '#main/media/disk/display-name.ts';
import { commitPart, createPart, discardPart } from '#main/media/disk/part-file.ts';
import { fileAddress } from '#main/media/ffmpeg/file-address.ts';
import { GUARDED_INPUT } from '#main/media/ffmpeg/formats.ts';
import { startTool } from '#main/media/ffmpeg/run.ts';
import { followFrames } from '#main/media/ffmpeg/follow-frames.ts';
import type { FilmVoice } from '#main/media/film/mix-of-voices.ts';
import { FILM_AUDIO_RATE } from '#main/media/film/mix-filter.ts';
import { mixOfVoices } from '#main/media/film/mix-of-voices.ts';
import { BIT_EXACT, rateText } from '#main/media/film/video-settings.ts';
import { toXmpBox } from '#main/media/film/xmp-box.ts';
import type { DeliveryPreset } from './presets.ts';

export interface Delivery {
  readonly preset: DeliveryPreset;
  /** The film of a take: H.264, frame k at k / rate. */
  readonly filmPath: string;
  readonly filmFrames: number;
  /** Frames of the film that are delivered, counted in the film. */
  readonly range: FrameRange;
  readonly rate: Rational;
  /** Placed on the timeline of what is delivered. */
  readonly voices: readonly FilmVoice[];
  readonly outPath: string;
  readonly marking: Marking;
  readonly signal: AbortSignal;
  /** Frames written. */
  readonly onProgress: (frames: number) => void;
}

/**
 * Appears whole or not at all.
 * @throws AppError `delivery-not-written`, `disk-full`, `output-not-writable`,
 * `output-folder-missing`, `cancelled`; those of `probeVoice`
 */
export async function writeDelivery(delivery: Delivery): Promise<void> {
  const { preset, filmPath, range, outPath, marking } = delivery;
  const partPath = await createPart(outPath);
  try {
    const isWhole = range.first === 0 && range.end === delivery.filmFrames;
    // The film of a take is the H.264 preset already, marking and all.
    if (preset.id === 'h264' && isWhole) await copyFile(filmPath, partPath);
    else {
      await encode(delivery, partPath);
      if (preset.container !== 'wav') await appendFile(partPath, toXmpBox(marking.xmp));
    }
  } catch (error) {
    await discardPart(partPath);
    throw toWriteError(error, outPath);
  }
  await commitPart(partPath, outPath);
}

async function encode(delivery: Delivery, partPath: string): Promise<void> {
  const { preset, range, rate, outPath, marking, signal } = delivery;
  const frames = range.end - range.first;
  const isFilm = preset.video !== null;
  const mix = await mixOfVoices(
    delivery.voices,
    isFilm ? 1 : 0,
    frameToTicks(frames, rate),
    signal,
  );
  const tags = Object.entries(marking.tags);
  const running = await startTool({
    tool: 'ffmpeg',
    args: [
      ...['-v', 'error', '-progress', 'pipe:1', '-nostats'],
      ...(isFilm ? filmInput(delivery) : []),
      ...mix.inputs,
      ...(preset.video === null ? [] : [...pictureOutput(rate, frames), ...preset.video(rate)]),
      ...mix.outputs,
      ...(mix.outputs.length === 0
        ? []
        : [...preset.audio, '-ar', String(FILM_AUDIO_RATE), '-ac', '2']),
      ...BIT_EXACT,
      ...tags.flatMap(([key, value]) => ['-metadata', `${key}=${value}`]),
      ...(preset.container === 'wav' ? [] : ['-movflags', '+faststart+write_colr']),
      ...['-f', preset.container, fileAddress(partPath)],
    ],
    failure: {
      code: 'delivery-not-written',
      message: `${preset.name} could not be written to ${displayName(outPath)}.`,
      hint: 'Try once more or choose another preset; if it happens twice, please report this.',
    },
    category: 'device-failed',
    outputPath: outPath,
    signal,
  });
  running.stdin.end();
  await followFrames(running.stdout, (done) => delivery.onProgress(Math.min(done, frames)));
  await running.completed;
}

/** Seeks half a frame before the first one, so that rounding cannot skip it. */
function filmInput({ filmPath, range, rate }: Delivery): string[] {
  const seconds = ((Math.max(0, range.first - 0.5) * rate.den) / rate.num).toFixed(6);
  const seek = range.first === 0 ? [] : ['-ss', seconds];
  return [...seek, ...GUARDED_INPUT, '-i', fileAddress(filmPath)];
}

/**
 * The seek leaves half a frame at the front: frames are counted anew. They end by filter, because
 * ffmpeg 5 ends the sound too when it has written as many frames as `-frames:v` says.
 */
function pictureOutput(rate: Rational, frames: number): string[] {
  const filter = `setpts=N*${rate.den}/${rate.num}/TB,trim=end_frame=${frames}`;
  return ['-map', '0:v:0', '-vf', filter, '-r', rateText(rate)];
}
