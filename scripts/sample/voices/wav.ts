// The one kind of WAV file that espeak-ng writes: mono, 16 bit.

export interface Sound {
  readonly sampleRate: number;
  /** -1..1 */
  readonly samples: Float32Array;
}

const HEADER_BYTES = 44;

export function parseWav(bytes: Buffer): Sound {
  if (
    bytes.toString('latin1', 0, 4) !== 'RIFF' ||
    bytes.readUInt16LE(22) !== 1 ||
    bytes.readUInt16LE(34) !== 16
  ) {
    throw new Error('espeak-ng did not write a mono 16-bit WAV file');
  }
  const count = Math.floor((bytes.length - HEADER_BYTES) / 2);
  const samples = new Float32Array(count);
  for (let i = 0; i < count; i++) samples[i] = bytes.readInt16LE(HEADER_BYTES + 2 * i) / 32768;
  return { sampleRate: bytes.readUInt32LE(24), samples };
}

/** Without the silence before the first and after the last sample above `threshold`. */
export function trimSilence({ sampleRate, samples }: Sound, threshold = 0.006): Sound {
  const isLoud = (sample: number): boolean => Math.abs(sample) > threshold;
  const first = samples.findIndex(isLoud);
  const last = samples.findLastIndex(isLoud);
  if (first < 0) throw new Error('espeak-ng wrote silence');
  return { sampleRate, samples: samples.slice(first, last + 1) };
}
