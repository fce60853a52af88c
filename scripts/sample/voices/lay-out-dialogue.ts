// Puts the spoken lines on one time line: a stem per person, all of the same length.

import type { Dialogue, ScriptLine } from './dialogues.ts';
import { speakLine } from './speak-line.ts';
import type { Sound } from './wav.ts';

export interface SpokenLine {
  readonly person: string;
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export interface LaidOutDialogue {
  readonly durationSeconds: number;
  readonly lines: readonly SpokenLine[];
  readonly stems: ReadonlyMap<string, Sound>;
}

/** Films run at 25 frames a second: a stem ends with a frame. */
const FRAMES_PER_SECOND = 25;

export function layOutDialogue(dialogue: Dialogue): LaidOutDialogue {
  const sounds = dialogue.lines.map((line) => speak(dialogue, line));
  const { sampleRate } = sounds[0];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [i, line] of dialogue.lines.entries()) {
    const base = i === 0 ? dialogue.leadInSeconds : ends[line.after ?? i - 1];
    const start = Math.round((base + line.gapSeconds) * sampleRate) / sampleRate;
    starts.push(start);
    ends.push(start + sounds[i].samples.length / sampleRate);
  }
  const frames = Math.ceil((Math.max(...ends) + dialogue.leadOutSeconds) * FRAMES_PER_SECOND);
  const durationSeconds = frames / FRAMES_PER_SECOND;
  const stems = new Map<string, Sound>();
  for (const person of Object.keys(dialogue.cast)) {
    const samples = new Float32Array(Math.round(durationSeconds * sampleRate));
    for (const [i, line] of dialogue.lines.entries()) {
      if (line.person === person)
        samples.set(sounds[i].samples, Math.round(starts[i] * sampleRate));
    }
    stems.set(person, { sampleRate, samples });
  }
  const lines = dialogue.lines.map((line, i) => ({
    person: line.person,
    text: line.text,
    startSeconds: roundToMilliseconds(starts[i]),
    endSeconds: roundToMilliseconds(ends[i]),
  }));
  return { durationSeconds, lines, stems };
}

function speak(dialogue: Dialogue, line: ScriptLine): Sound {
  const speaker = dialogue.cast[line.person];
  const { rate = speaker.rate, pitch = speaker.pitch } = line;
  return speakLine({ ...speaker, rate, pitch }, line.text);
}

const roundToMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;
