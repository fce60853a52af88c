// The tiles of a contact sheet: the film over time, then every mouth in speech, in one pass over the film.

import type { Interval } from '#core/speech/speaking-score.ts';
import type { FrameReader } from '#main/media/film/open-frame-reader.ts';
import type { ContactTile } from '#main/media/picture/contact-sheet.ts';
import { chooseMouthFrames, chooseOverviewFrames, speakersAt } from './choose-moments.ts';
import { cutRegion, mouthRegion, type Region, type RgbTile } from './cut-region.ts';

export interface SheetPerson {
  readonly name: string;
  /** Face in film pixels. */
  readonly box: Region;
  readonly speaking: readonly Interval[];
}

export interface SheetTiles {
  readonly tiles: readonly ContactTile[];
  /** The first frame. */
  readonly poster: RgbTile;
}

/** Tiles per row of the sheet; overview and mouth strips fill two rows each. */
export const SHEET_COLUMNS = 6;
const TILES_PER_PART = 2 * SHEET_COLUMNS;
/** Frames between two mouths of a strip: 80 ms at 25 frames a second. */
const MOUTH_STEP = 2;

interface Wish {
  readonly frame: number;
  /** Null for the whole frame. */
  readonly region: Region | null;
  readonly caption: string;
}

/** @param frames frames of the film */
export async function collectTiles(
  reader: FrameReader,
  frames: number,
  people: readonly SheetPerson[],
): Promise<SheetTiles> {
  const rate = reader.rate === null ? 25 : reader.rate.num / reader.rate.den;
  const wishes = [...overviewWishes(frames, rate, people), ...mouthWishes(frames, rate, people)];
  const tiles: ContactTile[] = [];
  const last = Math.max(0, ...wishes.map(({ frame }) => frame));
  let poster: RgbTile | null = null;
  for await (const frame of reader) {
    poster ??= { width: frame.width, height: frame.height, data: frame.data.slice() };
    for (const [i, wish] of wishes.entries()) {
      if (wish.frame !== frame.index) continue;
      const region = wish.region ?? [0, 0, frame.width, frame.height];
      tiles[i] = { ...cutRegion(frame, region), caption: wish.caption };
    }
    if (frame.index >= last) break;
  }
  if (poster === null) throw new RangeError('A film without frames has no contact sheet.');
  return { tiles: tiles.filter((tile) => tile !== undefined), poster };
}

function overviewWishes(frames: number, rate: number, people: readonly SheetPerson[]): Wish[] {
  return chooseOverviewFrames(frames, TILES_PER_PART).map((frame) => {
    const names = speakersAt(people, frame / rate);
    const what = names.length === 0 ? 'nobody speaks' : `${names.join(' + ')} speaks`;
    return { frame, region: null, caption: `${clock(frame / rate)}  ${what}` };
  });
}

function mouthWishes(frames: number, rate: number, people: readonly SheetPerson[]): Wish[] {
  return people.flatMap((person) => {
    const run = chooseMouthFrames(person.speaking, rate, frames, TILES_PER_PART, MOUTH_STEP);
    const region = mouthRegion(person.box);
    const what = run.speaks ? person.name : `${person.name} silent`;
    return run.frames.map((frame) => ({
      frame,
      region,
      caption: `${what}  ${clock(frame / rate)}`,
    }));
  });
}

/** `mm:ss.hh` */
function clock(second: number): string {
  const hundredths = Math.round(second * 100);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
