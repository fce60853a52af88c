// A process that edits a project until it is killed. Line by line it says what is safe on disk.
// Arguments: `edit <project>` | `create <folder>` | `hold <project>` | `race <project>`
import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { ProjectStore, type StoreServices } from '#main/host/project-store/project-store.ts';
import { fakeFace } from './fake-project.ts';
import { createInterview, fakeChunk } from './interview-project.ts';

const [mode, target] = process.argv.slice(2);
const services: StoreServices = {
  ids: randomUUID,
  clock: () => Date.now(),
  opener: { owner: `child ${process.pid}`, program: 'parley test' },
};
const say = (line: string): void => void writeSync(1, `${line}\n`);

/** The seed counts the commands, so that the parent can tell what was lost. */
function edit(path: string): void {
  const store = ProjectStore.open(path, services);
  const start = store.document.scene?.seed ?? 0;
  for (let seed = start + 1; ; seed++) {
    store.execute('recordFaces', { faces: [fakeFace(200 + (seed % 20)), fakeFace(800)] });
    store.execute('setSceneSettings', { seed });
    say(String(seed));
    store.journal.putChunk(fakeChunk(seed));
    if (seed % 5 === 0) {
      store.undo();
      store.redo();
    }
  }
}

function create(folder: string): void {
  for (let i = 0; ; i++) {
    createInterview(join(folder, `${i}.parley`), services).close();
    say(String(i));
  }
}

function hold(path: string): void {
  const store = ProjectStore.open(path, services);
  say(store.access === 'writer' ? 'writer' : 'reader');
  setInterval(() => store.revision, 1000);
}

/** Opens at the moment when the file `<project>-go-<round>` appears, closes when it is gone. */
function race(path: string): void {
  say('ready');
  for (let round = 0; ; round++) {
    const start = `${path}-go-${round}`;
    while (!existsSync(start));
    const store = ProjectStore.open(path, services);
    say(store.access === 'writer' ? 'writer' : 'reader');
    while (existsSync(start));
    store.close();
    say('closed');
  }
}

if (mode === 'edit') edit(target);
else if (mode === 'create') create(target);
else if (mode === 'race') race(target);
else hold(target);
