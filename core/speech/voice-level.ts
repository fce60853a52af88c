// Where speech begins in one voice: its noise floor, its loud parts and the line between them.
import { SILENCE_DB } from './frame-energy.ts';

export interface VoiceLevel {
  /** Noise floor, dBFS: 10th percentile of all but digital silence, or steady room tone above it. */
  readonly floorDb: number;
  /** 97th percentile of the same frames, dBFS. */
  readonly loudDb: number;
  /** Above this a frame may be speech, dBFS. Infinite when the voice holds no speech at all. */
  readonly thresholdDb: number;
}

/** Speech stands at least this far above the noise floor (spec analysis 2.4). */
const ABOVE_FLOOR_DB = 9;
/** Nothing under this is speech, however quiet the recording. */
const QUIETEST_SPEECH_DB = -62;
/** In a recording of normal level nothing under this is speech (spec analysis 2.4). */
const USUAL_FLOOR_DB = -50;
/** Speech without pauses hides its floor: then the line lies this far under the loud parts. */
const UNDER_LOUD_DB = 14;
/** Room tone in a gated track: this long (0.48 s) within this range, this far under the loud parts. */
const STEADY = { frames: 12, rangeDb: 8, underLoudDb: 15, quietestDb: -75, headroomDb: 6 };
/** A track whose levels spread less than this is noise or hum, not speech. */
const LEAST_SPREAD_DB = 5;

/** The value below which `share` of the sorted values lie. */
export function percentile(sorted: Float32Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** `levelsDb`: smoothed levels of the frames that the voice really has. */
export function measureVoiceLevel(levelsDb: Float32Array): VoiceLevel {
  const heard = levelsDb.filter((level) => level > SILENCE_DB + 5).sort();
  if (heard.length === 0) {
    return { floorDb: SILENCE_DB, loudDb: SILENCE_DB, thresholdDb: Infinity };
  }
  const floorDb = percentile(heard, 0.1);
  const loudDb = percentile(heard, 0.97);
  if (loudDb < QUIETEST_SPEECH_DB) return { floorDb, loudDb, thresholdDb: Infinity };
  const absolute = Math.max(QUIETEST_SPEECH_DB, Math.min(USUAL_FLOOR_DB, loudDb - 30));
  const aboveFloor = floorDb + ABOVE_FLOOR_DB;
  const isVaried = loudDb - floorDb > LEAST_SPREAD_DB;
  const relative = isVaried ? Math.min(aboveFloor, loudDb - UNDER_LOUD_DB) : aboveFloor;
  const roomToneDb = findRoomTone(levelsDb, loudDb);
  const aboveTone = roomToneDb === null ? -Infinity : roomToneDb + STEADY.headroomDb;
  return {
    floorDb: Math.max(floorDb, roomToneDb ?? -Infinity),
    loudDb,
    thresholdDb: Math.max(absolute, relative, aboveTone),
  };
}

/**
 * Gated tracks hide the room behind silence, so that no percentile finds it: when the gate opens
 * before the speaker does, the room would count as speech. It is told from speech by its
 * steadiness. Returns its mean level, or null when none is heard.
 */
function findRoomTone(levelsDb: Float32Array, loudDb: number): number | null {
  let sum = 0;
  let count = 0;
  for (let first = 0; first + STEADY.frames <= levelsDb.length; first++) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = first; i < first + STEADY.frames; i++) {
      low = Math.min(low, levelsDb[i]);
      high = Math.max(high, levelsDb[i]);
    }
    const isQuiet = high < loudDb - STEADY.underLoudDb && low > STEADY.quietestDb;
    if (isQuiet && high - low < STEADY.rangeDb) {
      sum += (low + high) / 2;
      count += 1;
    }
  }
  return count === 0 ? null : sum / count;
}
