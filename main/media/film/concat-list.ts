// ffmpeg's concat list, with every chunk's length given, so that no rounding of a container counts.
import type { Rational } from '#core/time/ticks.ts';

export interface ListedChunk {
  /** Relative to the folder that ffmpeg runs in. */
  readonly name: string;
  readonly frames: number;
}

/**
 * The text of the list. Lengths are differences of rounded times, so that rounding never adds up.
 * @throws RangeError for a name that the format cannot express (a line break)
 */
export function toConcatList(chunks: readonly ListedChunk[], rate: Rational): string {
  const lines = ['ffconcat version 1.0'];
  let frame = 0;
  const microsecond = (at: number): number => Math.round((at * rate.den * 1e6) / rate.num);
  for (const chunk of chunks) {
    if (/[\r\n\0]/.test(chunk.name)) {
      throw new RangeError('A chunk name with a line break cannot stand in a concat list.');
    }
    const length = microsecond(frame + chunk.frames) - microsecond(frame);
    frame += chunk.frames;
    const seconds = `${Math.floor(length / 1e6)}.${String(length % 1e6).padStart(6, '0')}`;
    lines.push(
      `file 'file:${chunk.name.replaceAll("'", String.raw`'\''`)}'`,
      `duration ${seconds}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
