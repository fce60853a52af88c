// A recording of any kind becomes 16 kHz mono samples on disk, in flat memory.
import { createReadStream } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';
import { displayName } from '../disk/display-name.ts';
import { toWriteError } from '../disk/disk-error.ts';
import { commitPart, discardPart, createPart } from '../disk/part-file.ts';
import { transcode } from '../ffmpeg/transcode.ts';
import type { TranscodeResult } from '../ffmpeg/transcode.ts';
import { monoFilters } from './decode-mono.ts';
import { damagedVoice } from './decode-raw.ts';
import { VOICE_RATE } from './pcm-reader.ts';
import { probeVoice } from './probe-voice.ts';

/** -70 dBFS: below it there is no voice, whatever the noise. */
const SILENCE_PEAK = 10 ** (-70 / 20);
const READ_BYTES = 256 * 1024;
/** A recording that ends this much before its announced end was cut off. */
const MISSING_SHARE = 0.02;
const MISSING_SECONDS = 0.25;

export interface IngestedVoice {
  /** Samples in the file, at `VOICE_RATE`. */
  readonly samples: number;
  /** Length of the source on its own timeline, to one sample of the voice rate. */
  readonly durationTicks: number;
  /** Largest absolute sample of the mono mix, 0..1. */
  readonly peak: number;
  /** Of the source. */
  readonly channels: number;
  /** Of the source, Hz. */
  readonly sampleRate: number;
  /** The source ends before the length that it announces: it was cut off or is damaged. */
  readonly isCutOff: boolean;
  /** The decoder complained on the way; parts of the voice may be missing or garbled. */
  readonly isDamaged: boolean;
}

/**
 * Decodes the first sound stream of `path` into `outPcmPath`: s16le, mono, 16 kHz, sample 0 at the
 * start of the source's timeline. The file appears whole or not at all.
 * @throws AppError those of `probeVoice`; `voice-damaged`, `voice-empty`, `silent-voice`, `disk-full`,
 * `output-not-writable`, `output-folder-missing`, `cancelled`
 */
export async function ingestVoice(
  path: string,
  outPcmPath: string,
  signal?: AbortSignal,
): Promise<IngestedVoice> {
  const facts = await probeVoice(path, signal);
  const partPath = await createPart(outPcmPath);
  try {
    const { complaints } = await writeSamples(path, partPath, outPcmPath, facts.channels, signal);
    const { samples, peak } = await measurePeak(partPath);
    if (samples === 0) {
      throw new AppError({
        category: 'bad-input',
        code: 'voice-empty',
        message: `The recording ${displayName(path)} has a length of zero.`,
        hint: 'Record or export it again.',
      });
    }
    if (peak < SILENCE_PEAK) {
      throw new AppError({
        category: 'bad-input',
        code: 'silent-voice',
        message: `The recording ${displayName(path)} is silent from start to end.`,
        hint: 'Choose the track that holds the voice; a person who only listens needs no recording.',
      });
    }
    await commitPart(partPath, outPcmPath);
    const announced = facts.durationSeconds ?? 0;
    const missing = announced - samples / VOICE_RATE;
    return {
      samples,
      durationTicks: samples * (TICKS_PER_SECOND / VOICE_RATE),
      peak,
      channels: facts.channels,
      sampleRate: facts.sampleRate,
      isCutOff: missing > Math.max(MISSING_SECONDS, announced * MISSING_SHARE),
      isDamaged: complaints > 0,
    };
  } catch (error) {
    await discardPart(partPath);
    throw toWriteError(error, outPcmPath);
  }
}

async function writeSamples(
  path: string,
  partPath: string,
  outPcmPath: string,
  channels: number,
  signal: AbortSignal | undefined,
): Promise<TranscodeResult> {
  const filters = await monoFilters(path, channels, signal);
  return transcode({
    inputPath: path,
    outputPath: partPath,
    outputOptions: [
      ...['-map', '0:a:0', '-af', [...filters, `aresample=${VOICE_RATE}`].join(',')],
      ...['-c:a', 'pcm_s16le', '-f', 's16le'],
    ],
    failure: damagedVoice(path),
    finalPath: outPcmPath,
    signal,
  });
}

/** Largest absolute sample of a s16le file, 0..1, and how many there are. */
async function measurePeak(pcmPath: string): Promise<{ samples: number; peak: number }> {
  let samples = 0;
  let peak = 0;
  // The buffer is even, so that blocks never split a sample.
  for await (const block of createReadStream(pcmPath, {
    highWaterMark: READ_BYTES,
  }) as AsyncIterable<Buffer>) {
    for (let at = 0; at + 1 < block.length; at += 2) {
      peak = Math.max(peak, Math.abs(block.readInt16LE(at)));
    }
    samples += Math.floor(block.length / 2);
  }
  return { samples, peak: peak / 32768 };
}
