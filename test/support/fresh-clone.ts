// A copy of the sources with nothing built, and a home and a PATH of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findTools } from '#main/media/ffmpeg/find.ts';

const REPOSITORY = resolve(import.meta.dirname, '..', '..');
const COPIED = [
  'core',
  'main',
  'native-models',
  'renderer',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vite-main.config.ts',
];

export interface RunningTask {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  printed(): string;
  /** Exit code. */
  readonly ended: Promise<number | null>;
}

export class FreshClone {
  readonly root = mkdtempSync(join(tmpdir(), 'parley-clone-'));
  readonly folder = join(this.root, 'clone');
  private readonly bin = join(this.root, 'bin');
  private readonly tasks: RunningTask[] = [];

  constructor() {
    mkdirSync(this.bin);
    for (const name of COPIED) {
      cpSync(join(REPOSITORY, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(REPOSITORY, 'resources'), join(this.folder, 'resources'));
    const modules = join(REPOSITORY, 'node_modules');
    mkdirSync(join(this.folder, 'node_modules'));
    for (const name of readdirSync(modules)) {
      // Electron, if this machine has it at all, is not what is tested.
      if (name === 'electron' || name.startsWith('.vite')) continue;
      symlinkSync(join(modules, name), join(this.folder, 'node_modules', name));
    }
  }

  /** A program on the PATH, which holds nothing else but ffmpeg. */
  addProgram(name: string, script: string): void {
    writeFileSync(join(this.bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** An Electron that is a shell script. */
  addElectron(script: string): void {
    const dist = join(this.folder, 'node_modules', 'electron', 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, '..', 'path.txt'), 'electron');
    writeFileSync(join(dist, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** Runs `npm start -- <args>` without npm. */
  async start(
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<RunningTask> {
    await this.linkTools();
    const setup = join(this.folder, 'scripts', 'setup', 'setup.mjs');
    const child = spawn(process.execPath, [setup, 'start', ...args], {
      env: {
        PATH: this.bin,
        HOME: this.root,
        INIT_CWD: this.root,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (printed += text.toString()));
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const task = { child, ended, printed: () => printed };
    this.tasks.push(task);
    return task;
  }

  private async linkTools(): Promise<void> {
    const tools = await findTools();
    for (const name of ['ffmpeg', 'ffprobe'] as const) {
      const link = join(this.bin, name);
      if (!existsSync(link)) symlinkSync(tools[name].path, link);
    }
  }

  async remove(): Promise<void> {
    for (const { child, ended } of this.tasks) {
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.root, { recursive: true, force: true });
  }
}
