// The house rules that a machine can check; docs/ARCHITECTURE.md says why they are there.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..', '..');
const MAX_CODE_LINES = 400;
const TEXT =
  /\.(tsx?|mjs|cjs|js|json|md|ya?ml|html|css|hpp|cpp|sh)$|(^|\/)(\.npmrc|\.gitignore|\.prettierignore|LICENSE|NOTICE|run)$/;
const CODE = /\.(tsx?|mjs|cjs|js|cpp|hpp|css)$/;

const isClone = existsSync(join(ROOT, '.git'));

function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function cruise(
  house: string,
  folders: readonly string[],
): { status: number | null; report: string } {
  const program = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...folders];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: house,
    encoding: 'utf8',
  });
  return { status, report: `${stdout}${stderr}` };
}

describe('the house', () => {
  it('keeps its dependency rules', () => {
    const { status, report } = cruise(ROOT, [
      'core',
      'main',
      'native-models',
      'renderer',
      'scripts',
      'test',
    ]);
    expect(report).toContain('no dependency violations found');
    expect(status).toBe(0);
  });

  it('has rules that bite', () => {
    const house = mkdtempSync(join(tmpdir(), 'parley-house-'));
    try {
      for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
        cpSync(join(ROOT, file), join(house, file));
      symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
      mkdirSync(join(house, 'core'));
      const forbidden = [
        'better-sqlite3',
        'onnxruntime-node',
        'node:child_process',
        'a-package-nobody-asked-for',
      ];
      writeFileSync(
        join(house, 'core', 'probe.ts'),
        forbidden.map((name) => `import '${name}';`).join('\n'),
      );
      const { status, report } = cruise(house, ['core']);
      expect(status).not.toBe(0);
      for (const name of forbidden)
        expect(report).toMatch(new RegExp(`core-is-pure.*${name.replace('node:', '')}`));
      expect(report).toContain('sqlite-only-in-the-store');
      expect(report).toContain('onnxruntime-only-in-runtime');
      expect(report).toContain('processes-only-in-media-and-engine-client');
    } finally {
      rmSync(house, { recursive: true, force: true });
    }
  });

  it('takes every package from whatever registry npm is told to use', () => {
    for (const lock of ['package-lock.json', 'scripts/setup/ffmpeg-fallback/package-lock.json']) {
      expect(read(lock)).not.toContain('"resolved"');
    }
    expect(read('.npmrc')).not.toMatch(/registry|_auth|token/i);
  });
});

describe.skipIf(!isClone)('tracked files (needs a git clone)', () => {
  it('name no machine, no home folder and no private registry', () => {
    // Spelled in parts so that this file does not find itself.
    const machinePath = new RegExp(
      ['/work', '/(main|shared)\\b|/ro', 'ot/|/ho', 'me/\\w|/Us', 'ers/\\w'].join(''),
    );
    const privateHost =
      /https?:\/\/[^\s/"']*(artifactory|nexus|verdaccio|jfrog|npm-proxy|npm-cache)/i;
    const found = trackedFiles()
      .filter((path) => TEXT.test(path))
      .filter((path) => machinePath.test(read(path)) || privateHost.test(read(path)));
    expect(found).toEqual([]);
  });

  it(`hold at most ${MAX_CODE_LINES} lines of code each`, () => {
    const long = trackedFiles()
      .filter((path) => CODE.test(path))
      .filter((path) => countCodeLines(read(path)) > MAX_CODE_LINES);
    expect(long).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const loud = trackedFiles().filter(
      (path) =>
        /\.tsx?$/.test(path) &&
        !/(^|\/)[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.tsx?$/.test(path),
    );
    expect(loud).toEqual([]);
  });

  it('hold no weights but our own, and nothing above 4 MB', () => {
    const files = trackedFiles();
    const weights = files.filter((path) => /\.(onnx|safetensors|pth|pt|ckpt|gguf)$/.test(path));
    expect(
      weights.filter((path) => !/^(resources\/weights|test\/(golden|fixtures))\//.test(path)),
    ).toEqual([]);
    expect(files.filter((path) => statSync(join(ROOT, path)).size > 4_000_000)).toEqual([]);
  });
});

/** Lines that are neither blank nor only a comment. */
function countCodeLines(text: string): number {
  const withoutBlocks = text.replaceAll(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '');
  return withoutBlocks.split('\n').filter((line) => line.trim() !== '' && !/^\s*\/\//.test(line))
    .length;
}
