// How the engine process stands, as windows see it. One that died is started again at once, so that
// nobody waits for it later; one that dies before it is ready is left alone until it is needed.
import type { EngineStatus } from '#core/contract/app-types.ts';
import type { WorkStage } from '#core/contract/work-stage.ts';
import type { EngineMethod } from '#main/engine/protocol/methods.ts';
import type { EngineClient, EngineLoad } from '../engine-client/engine-client.ts';
import { Channel } from './channel.ts';

const ACTIVITIES: Readonly<Record<EngineMethod, WorkStage>> = {
  analyzeStill: 'findFaces',
  faceInBox: 'findFace',
  scoreVoices: 'listen',
  prepareVoices: 'prepareVoices',
  openRender: 'render',
  renderChunk: 'render',
  closeRender: 'render',
  openPreview: 'planPreview',
  planPreview: 'planPreview',
  measureFilm: 'measure',
  compareFilms: 'compare',
};

export function followEngine(engine: EngineClient): Channel<EngineStatus> {
  const status = new Channel<EngineStatus>({ state: 'idle', activity: null, crashes: 0 });
  let wasReady = false;
  let isReviving = false;
  const revive = (): void => {
    isReviving = false;
    engine.wake();
  };
  engine.observe((load) => {
    if (load.crashes > status.value.crashes && wasReady) {
      isReviving = true;
      // Those who wait for the dead one are told first.
      queueMicrotask(revive);
    }
    const isStarting = load.isStarting || isReviving;
    wasReady = !isStarting;
    const next = statusOf({ ...load, isStarting });
    if (!isSame(status.value, next)) status.set(next);
  });
  return status;
}

function statusOf({ methods, isStarting, crashes }: EngineLoad): EngineStatus {
  const [first] = methods;
  const activity = first === undefined ? null : ACTIVITIES[first];
  const state = crashes > 0 && isStarting ? 'restarting' : first === undefined ? 'idle' : 'working';
  return { state, activity, crashes };
}

function isSame(a: EngineStatus, b: EngineStatus): boolean {
  return a.state === b.state && a.activity === b.activity && a.crashes === b.crashes;
}
