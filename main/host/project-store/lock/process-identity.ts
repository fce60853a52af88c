// Which process is meant: a number alone is given out again after a crash or a restart.
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessIdentity {
  readonly pid: number;
  /** Start of the process in kernel clock ticks since boot; null where the system does not say. */
  readonly startTime: string | null;
  /** Changes with every start of the machine; null where the system does not say. */
  readonly bootId: string | null;
  readonly host: string;
}

function readProc(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // No such process, or a system without /proc: both mean "not known".
    return null;
  }
}

interface ProcessState {
  readonly zombie: boolean;
  readonly startTime: string;
}

/** State and start time from /proc/<pid>/stat; the name before them may hold spaces and brackets. */
function processState(pid: number): ProcessState | null {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { zombie: fields[0] === 'Z' || fields[0] === 'X', startTime: fields[19] };
}

export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    startTime: processState(process.pid)?.startTime ?? null,
    bootId: readProc('/proc/sys/kernel/random/boot_id'),
    host: hostname(),
  };
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** `unknown`: the process belongs to another machine. */
export function livenessOf(identity: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  const own = ownIdentity();
  if (identity.host !== own.host) return 'unknown';
  if (identity.bootId !== own.bootId) return 'dead';
  if (!pidExists(identity.pid)) return 'dead';
  const state = processState(identity.pid);
  if (state === null || identity.startTime === null) return 'alive';
  return state.zombie || state.startTime !== identity.startTime ? 'dead' : 'alive';
}
