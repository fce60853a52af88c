// A project whose voices lie beside it as samples, ready to be heard: no recording, no ffmpeg.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hearVoices } from '#main/host/analysis/speaking-scores.ts';
import type { EngineClient } from '#main/host/engine-client/engine-client.ts';
import { ProjectStore, type StoreServices } from '#main/host/project-store/project-store.ts';
import { speak } from '../fixtures/synthetic-voice.ts';
import { fakeFace, fakeImage, fakeVoice } from './fake-project.ts';

const PATTERN_SECONDS = 60;
const RATE = 16_000;

/**
 * `people` people who take turns of five seconds; voice i is `seconds + i` long. Analysed, so that
 * planning can begin.
 */
export async function createHeardProject(
  path: string,
  services: StoreServices,
  engine: EngineClient,
  people: number,
  seconds: number,
): Promise<ProjectStore> {
  const indexes = Array.from({ length: people }, (_, index) => index);
  const store = ProjectStore.create(path, services, [
    { name: 'createScene', input: { picture: fakeImage() } },
    ...indexes.map((index) => ({
      name: 'addVoice' as const,
      input: { name: `voice ${index}`, media: fakeVoice(`${index}.wav`, seconds + index) },
    })),
  ]);
  store.execute('recordFaces', { faces: indexes.map((index) => fakeFace(100 + 300 * index)) });
  const { voices, media } = store.document;
  mkdirSync(join(store.dataFolder, 'voices'));
  for (const index of indexes) {
    store.execute('assignVoice', {
      voiceId: voices[index].id,
      personId: store.document.people[index].id,
    });
    const sha256 = media.find(({ id }) => id === voices[index].mediaId)?.sha256 ?? '';
    const pcm = takeTurns(index, people, seconds + index);
    writeFileSync(join(store.dataFolder, 'voices', `${sha256}.pcm`), pcm);
  }
  const paths = new Map(media.map(({ id, absolutePath }) => [id, absolutePath]));
  await hearVoices(store, engine, paths, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onNotice: () => undefined,
  });
  return store;
}

/** One minute of turns, again and again. s16le */
function takeTurns(index: number, people: number, seconds: number): Uint8Array {
  const round = 5 * people;
  const turns = Array.from({ length: Math.ceil(PATTERN_SECONDS / round) }, (_, i) => {
    const start = i * round + 5 * index;
    return [start, start + 4.5] as const;
  });
  const pattern = speak(index + 1, PATTERN_SECONDS, turns);
  const words = Int16Array.from({ length: seconds * RATE }, (_, i) =>
    Math.round(32767 * Math.max(-1, Math.min(1, pattern[i % pattern.length]))),
  );
  return new Uint8Array(words.buffer);
}
