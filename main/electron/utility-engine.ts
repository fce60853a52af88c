// In Electron the engine is a utility process: the fuse that would let the program run as plain Node is
// blown, so it cannot be forked.
import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { EngineProcess, StartEngine } from '#main/host/engine-client/engine-process.ts';
import { programEntry } from '#main/program-entry.ts';

export const startUtilityEngine: StartEngine = (): EngineProcess => {
  const child = utilityProcess.fork(fileURLToPath(programEntry('engine')), [], {
    serviceName: 'Parley engine',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return {
    get pid() {
      return child.pid ?? null;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onErrorText: (listener) =>
      child.stderr?.on('data', (text: Buffer) => listener(text.toString())),
    onExit: (listener) => child.once('exit', (code) => listener(`exit code ${code}`)),
    kill: () => child.kill(),
    // A utility process has no channel to close; it ends when it is told to.
    release: () => child.kill(),
  };
};
