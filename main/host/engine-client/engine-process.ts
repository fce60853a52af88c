// How an engine process is started and spoken to. In Node it is a forked child; Electron brings its
// own way (main/electron/utility-engine.ts).
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { programEntry } from '#main/program-entry.ts';
import type { EngineMessage, HostMessage } from '#main/engine/protocol/messages.ts';

export interface EngineProcess {
  readonly pid: number | null;
  /** A send to a dead process fails through its exit. */
  send(message: HostMessage): void;
  onMessage(listener: (message: EngineMessage) => void): void;
  onErrorText(listener: (text: string) => void): void;
  /** Called once, with why: a signal, an exit code, an error. */
  onExit(listener: (reason: string) => void): void;
  /** Ends it at once. */
  kill(): void;
  /** Lets it end by itself. */
  release(): void;
}

export type StartEngine = () => EngineProcess;

export const forkEngine: StartEngine = () => {
  const child = fork(fileURLToPath(programEntry('engine')), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  return {
    get pid() {
      return child.pid ?? null;
    },
    send: (message) => child.send(message, () => undefined),
    onMessage: (listener) => child.on('message', (message) => listener(message as EngineMessage)),
    onErrorText: (listener) =>
      child.stderr?.on('data', (text: Buffer) => listener(text.toString())),
    onExit: (listener) => {
      let isGone = false;
      const once = (reason: string): void => {
        if (isGone) return;
        isGone = true;
        listener(reason);
      };
      child.on('error', (error) => once(error.message));
      child.on('exit', (code, killer) => once(killer ?? `exit code ${code ?? '?'}`));
    },
    kill: () => child.kill('SIGKILL'),
    release: () => {
      if (child.connected) child.disconnect();
    },
  };
};
