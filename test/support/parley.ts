// The real command line as a child process, for tests.

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../main/cli/main.ts', import.meta.url));

export interface ParleyRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The JSON lines, in order. */
  readonly events: readonly ParleyEvent[];
  readonly stderr: string;
}

export type ParleyEvent = Readonly<Record<string, unknown>> & { readonly event: string };

export interface RunningParley {
  readonly child: ChildProcess;
  readonly finished: Promise<ParleyRun>;
}

/** Starts `parley <args> --json`. */
export function startParley(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): RunningParley {
  const child = spawn(process.execPath, [PROGRAM, ...args, '--json'], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const finished = new Promise<ParleyRun>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      // A killed process may leave its last line unfinished.
      const lines = out
        .split('\n')
        .slice(0, -1)
        .filter((line) => line !== '');
      const events = lines.map((line) => JSON.parse(line) as ParleyEvent);
      resolve({ code, signal, events, stderr });
    });
  });
  return { child, finished };
}

/** Runs `parley <args> --json` to its end. */
export function runParley(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<ParleyRun> {
  return startParley(args, cwd, env).finished;
}

/** Runs and insists on success; returns the last event. */
export async function parley(args: readonly string[], cwd: string): Promise<ParleyEvent> {
  const run = await runParley(args, cwd);
  const last = run.events.at(-1);
  if (run.code !== 0 || last === undefined) {
    throw new Error(
      `parley ${args.join(' ')} ended with ${run.code}: ${JSON.stringify(last)} ${run.stderr}`,
    );
  }
  return last;
}
