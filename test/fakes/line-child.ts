// A child process that reports by lines and ends by kill -9.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export class LineChild {
  readonly lines: string[] = [];
  private readonly process: ChildProcess;
  private readonly ended: Promise<unknown>;
  private waiting: (() => void) | null = null;

  constructor(script: string, ...args: string[]) {
    const file = join(import.meta.dirname, script);
    this.process = spawn(process.execPath, [file, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.ended = once(this.process, 'exit');
    createInterface({ input: this.process.stdout! }).on('line', (line) => {
      this.lines.push(line);
      this.waiting?.();
    });
    void this.ended.then(() => this.waiting?.());
  }

  /** Waits for this many lines; throws when the child ends before. */
  async atLeast(count: number): Promise<void> {
    while (this.lines.length < count) {
      if (this.process.exitCode !== null) throw new Error('the child ended by itself');
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
  }

  /** kill -9, and the lines it had said until then. */
  async kill(): Promise<readonly string[]> {
    const closed = once(this.process, 'close');
    this.process.kill('SIGKILL');
    await closed;
    return this.lines;
  }
}
