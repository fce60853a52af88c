// Children die with their parent: whatever still runs when this process exits is killed.
import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
let isWatching = false;

export function keepOnLeash(child: ChildProcess): void {
  if (!isWatching) {
    isWatching = true;
    process.on('exit', () => {
      for (const each of running) each.kill('SIGKILL');
    });
  }
  running.add(child);
  const release = (): void => {
    running.delete(child);
  };
  child.once('close', release);
  child.once('error', release);
}
