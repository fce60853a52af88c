// What the installers would hold, packed by electron-builder around a stand-in for Electron's binary,
// which cannot be fetched on every machine: its fuses can be blown and read, but it does not run.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..', '..');
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;
/** Bytes of the fuse wire: the characters 0 and 1. */
const OFF = 0x30;
const ON = 0x31;
const SIZE_LIMIT_BYTES = 160_000_000;

const folder = mkdtempSync(join(tmpdir(), 'parley-package-'));
const app = join(folder, 'out', 'linux-unpacked');
const asar = join(app, 'resources', 'app.asar');

/** A folder in the shape of an Electron distribution. */
function writeStandIn(path: string): void {
  mkdirSync(join(path, 'resources'), { recursive: true });
  const wire = Buffer.from([1, FUSES, ...Buffer.from('1'.repeat(FUSES))]);
  writeFileSync(
    join(path, 'electron'),
    Buffer.concat([Buffer.from(`#!/bin/sh\nexit 0\n${FUSE_SENTINEL}`), wire]),
    { mode: 0o755 },
  );
  writeFileSync(join(path, 'version'), '45.3.4');
}

function allFiles(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(path, name)).isFile());
}

describe.skipIf(process.platform !== 'linux')('the packed app (needs Linux)', () => {
  let packed: readonly string[] = [];
  let unpacked: readonly string[] = [];

  beforeAll(() => {
    if (!existsSync(join(ROOT, 'out', 'main', 'main.js'))) {
      execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: 'pipe' });
    }
    const standIn = join(folder, 'electron');
    writeStandIn(standIn);
    const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        builder,
        '--config',
        'electron-builder.config.mjs',
        '--dir',
        '--linux',
        `--config.directories.output=${join(folder, 'out')}`,
      ],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, PARLEY_ELECTRON_DIST: standIn } },
    );
    expect(`${stdout}${stderr}`).not.toContain('⨯');
    expect(status).toBe(0);
    packed = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
    unpacked = allFiles(`${asar}.unpacked`);
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what it starts from', () => {
    const { main, version } = JSON.parse(extractFile(asar, 'package.json').toString('utf8')) as {
      main: string;
      version: string;
    };
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const name of [
      `/${main}`,
      '/out/main/engine.js',
      '/out/main/frame-worker.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
      '/resources/weights/viseme/viseme.safetensors',
      '/resources/face/topology.json',
      '/LICENSE',
      '/NOTICE',
    ]) {
      expect(packed).toContain(name);
    }
  });

  it('keeps natives outside the archive, those of this platform only', () => {
    const natives = unpacked.filter((name) => /\.(node|so(\.\d+)*|dll|dylib)$/.test(name));
    expect(natives.some((name) => name.includes('better-sqlite3/prebuilds/linux-x64.node'))).toBe(
      true,
    );
    expect(natives.some((name) => name.includes('napi-v6/linux/x64/onnxruntime_binding'))).toBe(
      true,
    );
    expect(natives.some((name) => name.includes('@img/sharp-linux-x64'))).toBe(true);
    const foreign = [...packed, ...unpacked].filter((name) =>
      /(win32|darwin|arm64|musl)[^/]*(\.node$|\/.*\.(node|dll|dylib|so))/.test(name),
    );
    expect(foreign).toEqual([]);
  });

  it('leaves sources, tests and development packages out', () => {
    const unwanted = packed.filter((name) =>
      /^\/(core|main|renderer|native-models|test|scripts|docs)\/|\.tsx?$|\.map$|node_modules\/(react|vite|typescript|vitest|electron|playwright-core|konva)\//.test(
        name,
      ),
    );
    expect(unwanted).toEqual([]);
  });

  it('stays within its size', () => {
    const bytes = allFiles(join(app, 'resources')).reduce(
      (sum, name) => sum + statSync(join(app, 'resources', name)).size,
      0,
    );
    expect(bytes).toBeLessThan(SIZE_LIMIT_BYTES);
  });

  it('blows the fuses that would let others run code in it', async () => {
    const wire = await getCurrentFuseWire(join(app, 'parley'));
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    for (const fuse of off) expect(wire[fuse]).toBe(OFF);
    for (const fuse of on) expect(wire[fuse]).toBe(ON);
  });
});
