// A project with something of everything: two people, two voices, assignments, keys, undo, chunks.
import { ProjectStore, type StoreServices } from '#main/host/project-store/project-store.ts';
import { fakeFace, fakeImage, fakeVoice } from './fake-project.ts';

export function createInterview(path: string, services: StoreServices): ProjectStore {
  const store = ProjectStore.create(path, services, [
    { name: 'createScene', input: { picture: fakeImage() } },
    { name: 'addVoice', input: { name: 'anna', media: fakeVoice('a.wav') } },
    { name: 'addVoice', input: { name: 'ben', media: fakeVoice('b.wav') } },
  ]);
  store.execute('recordFaces', { faces: [fakeFace(200), fakeFace(800)] });
  const [a, b] = store.document.people;
  const [anna, ben] = store.document.voices;
  store.execute('assignVoice', { voiceId: anna.id, personId: a.id });
  store.execute('assignVoice', { voiceId: ben.id, personId: b.id });
  const set = Array.from({ length: 40 }, (_, i) => ({ tick: i * 1000, value: (i % 5) / 5 }));
  store.execute('setScoreKeys', { personId: b.id, set });
  store.execute('renamePerson', { personId: a.id, name: 'Anna' });
  store.undo();
  return store;
}

/** A ready chunk of fifteen frames. */
export function fakeChunk(index: number, renderId = 'draft') {
  return {
    renderId,
    index,
    firstFrame: index * 15,
    lastFrame: index * 15 + 14,
    key: index.toString(16).padStart(64, 'c'),
    state: 'ready' as const,
    file: `chunk-${index}.mp4`,
    bytes: 1000 + index,
    sha256: index.toString(16).padStart(64, '0'),
    carry: { frames: [index] },
  };
}
