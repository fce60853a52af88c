// A machine in a folder: a clone with nothing installed, and a PATH of fakes that say what they were asked.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '..', '..');

/** Answers `--version` as Node 24, builds what vite would, and otherwise says which script it was given. */
const FAKE_NODE = `case "$*" in
  --version) echo v24.1.0;;
  *vite.js*)
    echo "vite \${*#* }" >> "$FAKES/calls"
    if [ -n "$BUILD_FAULT" ]; then echo "error $BUILD_FAULT" >&2; exit 1; fi
    mkdir -p out/renderer out/main out/preload
    case "$*" in
      *preload*) echo built > out/preload/preload.cjs;;
      *vite-main*) echo built > out/main/main.js;;
      *) echo built > out/renderer/index.html;;
    esac;;
  *) echo "ran $* from $INIT_CWD"; exit \${TASK_EXIT:-0};;
esac`;
/** What the builds are made from, by the folders that they read. */
const SOURCES = [
  'core/contract/contract.ts',
  'main/preload/index.ts',
  'native-models/graph.ts',
  'renderer/main.tsx',
  'renderer/main.test.ts',
  'resources/face/topology.json',
  'resources/weights/weights.json',
  'vite.config.ts',
  'vite-main.config.ts',
];
const GOOD_FFMPEG =
  'echo " V....D libx264              H.264"; echo " A..... aac                  AAC"';
const OLD_FFMPEG = 'echo " V..... mpeg4                MPEG-4"';

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class BareMachine {
  readonly root = mkdtempSync(join(tmpdir(), 'parley-setup-'));
  private readonly bin = join(this.root, 'bin');
  readonly clone = join(this.root, 'clone');

  constructor() {
    mkdirSync(this.bin);
    cpSync(join(REPOSITORY, 'scripts', 'setup'), join(this.clone, 'scripts', 'setup'), {
      recursive: true,
    });
    this.writeLock('1.0.0');
    writeFileSync(
      join(this.clone, 'package.json'),
      '{"name":"parley","dependencies":{"a":"1.0.0"}}',
    );
    for (const path of SOURCES) this.writeSource(path, 'first');
    for (const tool of ['sh', 'env', 'mkdir', 'chmod', 'cat', 'ln']) this.link(tool);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  writeLock(version: string): void {
    const lock = { packages: { '': {}, 'node_modules/a': { version } } };
    writeFileSync(join(this.clone, 'package-lock.json'), JSON.stringify(lock));
  }

  writeSource(path: string, text: string): void {
    mkdirSync(dirname(join(this.clone, path)), { recursive: true });
    writeFileSync(join(this.clone, path), text);
  }

  /** `failures`: how many of the first calls of `npm ci` fail. */
  addNpm({ failures = 0, shipsFfmpeg = true } = {}): void {
    const node =
      'mkdir -p node_modules/node/bin; cat "$FAKES/node" > node_modules/node/bin/node; chmod 755 node_modules/node/bin/node';
    const platform = `${process.platform}-${process.arch}`;
    const ffmpeg = ['ffmpeg', 'ffprobe'].map((name) => {
      const folder = `node_modules/@${name}-installer/${platform}`;
      return `mkdir -p ${folder}; cat "$FAKES/ffmpeg" > ${folder}/${name}`;
    });
    this.add(
      'npm',
      [
        'echo "npm $*" >> "$FAKES/calls"',
        `case "$PWD" in *.tools*) ${shipsFfmpeg ? ffmpeg.join('; ') : 'echo "npm error 404 no such package" >&2; exit 1'}; exit 0;; esac`,
        'count=$(cat "$FAKES/count" 2>/dev/null || echo 0); count=$((count + 1)); echo $count > "$FAKES/count"',
        `if [ $count -le ${failures} ]; then mkdir -p node_modules/half; echo "npm error network timeout" >&2; exit 1; fi`,
        node,
      ].join('\n'),
    );
    writeFileSync(join(this.root, 'node'), `#!/bin/sh\n${FAKE_NODE}\n`);
    writeFileSync(join(this.root, 'ffmpeg'), `#!/bin/sh\n${GOOD_FFMPEG}\n`);
  }

  addFfmpeg({ withX264 = true } = {}): void {
    for (const name of ['ffmpeg', 'ffprobe']) this.add(name, withX264 ? GOOD_FFMPEG : OLD_FFMPEG);
  }

  /** An apt-get that this user may call, directly or through sudo. */
  addApt({ works = true } = {}): void {
    const install = `for p in ffmpeg ffprobe; do cat "$FAKES/ffmpeg" > "$FAKES/bin/$p"; chmod 755 "$FAKES/bin/$p"; done`;
    this.add(
      'apt-get',
      [
        'echo "apt-get $*" >> "$FAKES/calls"',
        works
          ? `case "$*" in *install*) ${install};; esac`
          : 'case "$1" in update) echo "E: no route to host" >&2; exit 100;; esac',
      ].join('\n'),
    );
    this.add('sudo', 'shift; exec "$@"');
  }

  /** Every call of npm, apt-get and vite since the last time this was asked. */
  takeCalls(): string[] {
    const path = join(this.root, 'calls');
    if (!existsSync(path)) return [];
    const calls = readFileSync(path, 'utf8').trim().split('\n');
    rmSync(path);
    return calls;
  }

  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
    const setup = join(this.clone, 'scripts', 'setup', 'setup.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [setup, ...args], {
      env: { PATH: this.bin, FAKES: this.root, INIT_CWD: '/called/from', ...env },
      encoding: 'utf8',
      timeout: 30_000,
    });
    return { exitCode: status, stdout, stderr };
  }

  private add(name: string, script: string): void {
    writeFileSync(join(this.bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(this.bin, name), 0o755);
  }

  private link(tool: string): void {
    const found = ['/usr/bin', '/bin']
      .map((folder) => join(folder, tool))
      .find((path) => existsSync(path));
    if (found === undefined) throw new Error(`this machine has no ${tool}`);
    symlinkSync(found, join(this.bin, tool));
  }
}
