// A document of two people who talk for 64 seconds, twenty chunks, and what planning knows of their
// voices. There are no files behind it.
import type { CommandInput, CommandName } from '#core/project/commands/registry.ts';
import { EMPTY_DOCUMENT, type ProjectDocument } from '#core/project/document.ts';
import { planCommand } from '#core/project/plan-command.ts';
import { secondsToTicks } from '#core/time/ticks.ts';
import type { VoiceInputs } from '#main/host/render-queue/motion-scene.ts';
import { countingIds, fakeFace, fakeImage, fakeVoice } from './fake-project.ts';

const SECONDS = 64;
export const TWO_SPEAKERS_CHUNKS = 20;

const PREPARATION = {
  statistics: { sampleCount: SECONDS * 16_000, reference: [], speechLevelDb: -20 },
  calibration: { openLow: 0, openHigh: 1, energyLow: -30, energyHigh: 0 },
};

/** Two voices that are heard all the time; every 3.2 s of sound differ from all others. */
export const TWO_VOICES: VoiceInputs = {
  sources: [0, 1].map((voice) => ({ pcmPath: `${voice}.pcm`, samples: SECONDS * 16_000 })),
  sounds: [0, 1].map((voice) =>
    Uint8Array.from({ length: TWO_SPEAKERS_CHUNKS * 32 }, (_, i) => 128 * voice + (i >> 5)),
  ),
  preparations: [PREPARATION, PREPARATION],
  scores: [0, 1].map((voice) => new Float32Array(SECONDS * 25).fill(voice === 0 ? 0.5 : 0.6)),
};

/** Edits like a store, without one. */
export class DocumentInMemory {
  document: ProjectDocument = EMPTY_DOCUMENT;
  private readonly ids = countingIds();

  execute<N extends CommandName>(name: N, input: CommandInput<N>): void {
    this.document = planCommand(this.document, name, input, this.ids).document;
  }
}

/** Anna speaks all the time, Ben from second 20 to second 50. */
export function createTwoSpeakers(): DocumentInMemory {
  const project = new DocumentInMemory();
  project.execute('createScene', { picture: fakeImage() });
  project.execute('addVoice', { name: 'anna', media: fakeVoice('a.wav', SECONDS) });
  project.execute('addVoice', { name: 'ben', media: fakeVoice('b.wav', SECONDS - 1) });
  project.execute('recordFaces', { faces: [fakeFace(200), fakeFace(800)] });
  const [a, b] = project.document.people;
  const [anna, ben] = project.document.voices;
  project.execute('assignVoice', { voiceId: anna.id, personId: a.id });
  const [startTick, endTick] = [secondsToTicks(20), secondsToTicks(50)];
  project.execute('assignVoice', { voiceId: ben.id, personId: b.id, startTick, endTick });
  return project;
}
