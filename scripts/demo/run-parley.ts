// Runs one `parley` command as a child with --json, shows its progress, gives back its result.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WorkStage } from '#core/contract/work-stage.ts';
import type { ProgressReport } from '#core/render/progress-estimate.ts';
import { TerminalReporter } from '#main/cli/reporter.ts';

/** A command ended with an error event: its sentence, what to do, and the exit code. */
export class ParleyFailure extends Error {
  readonly exitCode: number;
  readonly hint: string | null;
  constructor(message: string, hint: string | null, exitCode: number) {
    super(message);
    this.name = 'ParleyFailure';
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

type ParleyEvent =
  | ({ readonly event: 'progress'; readonly stage: WorkStage } & ProgressReport)
  | { readonly event: 'notice'; readonly text: string }
  | { readonly event: 'error'; readonly message: string; readonly hint: string | null }
  | { readonly event: 'done' };

/** Fields of the "done" event. @throws ParleyFailure */
export async function runParley(root: string, args: readonly string[]): Promise<object> {
  const program = join(root, 'main', 'cli', 'parley.mjs');
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    // The command ends with this process, even when this process is killed.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PARLEY_LIFELINE: 'stdin' },
  });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 130));
  });
  const reporter = new TerminalReporter(process.stdout, process.stderr);
  let done: object | null = null;
  let failure: { message: string; hint: string | null } | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as ParleyEvent;
    if (event.event === 'progress') reporter.progress(event.stage, event);
    else if (event.event === 'notice') reporter.notice(event.text);
    else if (event.event === 'error') failure = event;
    else done = event;
  }
  reporter.done({}, []);
  const exitCode = await ended;
  child.stdin.destroy();
  for (const signal of signals) process.off(signal, forward);
  if (done !== null && exitCode === 0) return done;
  const message =
    failure?.message ?? `"parley ${args[0]}" ended with exit code ${exitCode} and without a word.`;
  throw new ParleyFailure(message, failure?.hint ?? null, exitCode === 0 ? 1 : exitCode);
}
