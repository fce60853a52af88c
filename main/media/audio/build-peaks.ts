// A waveform at five zoom levels, computed once per recording.
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '#core/errors/app-error.ts';
import { displayName } from '../disk/display-name.ts';
import { toWriteError } from '../disk/disk-error.ts';
import { commitPart, discardPart, createPart } from '../disk/part-file.ts';
import { decodeMono } from './decode-mono.ts';
import { addPeaks, PeakAccumulator } from './peak-accumulator.ts';
import {
  BYTES_PER_PEAK,
  encodeHeader,
  HEADER_BYTES,
  LEVEL_STEP,
  PEAK_LEVELS,
} from './peak-format.ts';
import type { PeakLevel } from './peak-format.ts';
import { probeVoice } from './probe-voice.ts';

const READ_BACK_PEAKS = 16_384;

/** A level's bytes as they are appended to the file. */
interface Growing {
  readonly file: FileHandle;
  at: number;
  peaks: number;
  checksum: number;
}

/**
 * Computes the peaks of the mono mix at the source's own rate and writes them to `peaksPath`. Memory
 * does not grow with the recording: coarser levels are read back from finer ones.
 * @throws AppError those of `probeVoice`; `voice-damaged`, `voice-empty`, `disk-full`, `cancelled`
 */
export async function buildPeaks(
  path: string,
  peaksPath: string,
  signal?: AbortSignal,
): Promise<void> {
  const { channels, sampleRate } = await probeVoice(path, signal);
  const partPath = await createPart(peaksPath);
  try {
    const file = await open(partPath, 'r+');
    try {
      const first = await writeFirstLevel(file, path, channels, signal);
      const levels: PeakLevel[] = [first.level];
      let levelStart = HEADER_BYTES;
      for (const samplesPerPeak of PEAK_LEVELS.slice(1)) {
        const finer = levels[levels.length - 1];
        levels.push(
          await writeCoarserLevel(file, levelStart, finer, samplesPerPeak, first.samples),
        );
        levelStart += finer.peaks * BYTES_PER_PEAK;
      }
      const header = encodeHeader({ sampleRate, samples: first.samples, levels });
      await file.write(header, 0, header.length, 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    await discardPart(partPath);
    throw toWriteError(error, peaksPath);
  }
  await commitPart(partPath, peaksPath);
}

async function writeFirstLevel(
  file: FileHandle,
  path: string,
  channels: number,
  signal: AbortSignal | undefined,
): Promise<{ level: PeakLevel; samples: number }> {
  const growing: Growing = { file, at: HEADER_BYTES, peaks: 0, checksum: 0 };
  const peaks = new PeakAccumulator(PEAK_LEVELS[0]);
  let samples = 0;
  for await (const block of decodeMono(path, channels, signal)) {
    const words = new DataView(block.buffer, block.byteOffset, block.byteLength);
    for (let at = 0; at < block.byteLength; at += 4) {
      const value = words.getFloat32(at, true);
      peaks.add(value, value, value, 1);
    }
    samples += block.byteLength / 4;
    await append(growing, peaks.take(false));
  }
  await append(growing, peaks.take(true));
  if (samples === 0) {
    throw new AppError({
      category: 'bad-input',
      code: 'voice-empty',
      message: `The recording ${displayName(path)} has a length of zero.`,
      hint: 'Record or export it again.',
    });
  }
  return { level: toLevel(growing, PEAK_LEVELS[0]), samples };
}

async function writeCoarserLevel(
  file: FileHandle,
  finerStart: number,
  finer: PeakLevel,
  samplesPerPeak: number,
  samples: number,
): Promise<PeakLevel> {
  const growing: Growing = {
    file,
    at: finerStart + finer.peaks * BYTES_PER_PEAK,
    peaks: 0,
    checksum: 0,
  };
  const peaks = new PeakAccumulator(LEVEL_STEP);
  const weight = finer.samplesPerPeak;
  const lastWeight = samples - (finer.peaks - 1) * weight;
  for (let peak = 0; peak < finer.peaks; peak += READ_BACK_PEAKS) {
    const count = Math.min(READ_BACK_PEAKS, finer.peaks - peak);
    const bytes = Buffer.alloc(count * BYTES_PER_PEAK);
    await file.read(bytes, 0, bytes.length, finerStart + peak * BYTES_PER_PEAK);
    addPeaks(peaks, bytes, weight, peak + count === finer.peaks ? lastWeight : weight);
    await append(growing, peaks.take(false));
  }
  await append(growing, peaks.take(true));
  return toLevel(growing, samplesPerPeak);
}

async function append(growing: Growing, bytes: Buffer): Promise<void> {
  if (bytes.length === 0) return;
  await growing.file.write(bytes, 0, bytes.length, growing.at);
  growing.at += bytes.length;
  growing.peaks += bytes.length / BYTES_PER_PEAK;
  growing.checksum = crc32(bytes, growing.checksum);
}

function toLevel(growing: Growing, samplesPerPeak: number): PeakLevel {
  return { samplesPerPeak, peaks: growing.peaks, checksum: growing.checksum };
}
