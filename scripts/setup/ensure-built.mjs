// The window and the desktop program, built from this clone's sources: again whenever those change.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectNode } from './ensure-packages.mjs';
import { step } from './progress.mjs';
import { errorLine, runProgram } from './run-program.mjs';
import { SetupError } from './setup-error.mjs';

const MAIN = ['build', '--config', 'vite-main.config.ts'];

/** `out` is emptied by every build, whoever starts it, so that a stamp in it belongs to what lies there. */
const BUILDS = [
  {
    name: 'the window',
    out: 'out/renderer',
    entry: 'index.html',
    args: ['build'],
    sources: ['core', 'renderer', 'vite.config.ts'],
  },
  {
    name: 'the desktop program',
    out: 'out/main',
    entry: 'main.js',
    args: MAIN,
    sources: [
      'core',
      'main',
      'native-models',
      'resources/face',
      'resources/weights',
      'vite-main.config.ts',
    ],
  },
  {
    name: 'its bridge to the window',
    out: 'out/preload',
    entry: 'preload.cjs',
    args: [...MAIN, '--mode', 'preload'],
    sources: ['core/contract', 'main/preload', 'vite-main.config.ts'],
  },
];

export async function ensureBuilt(root) {
  for (const build of BUILDS) {
    const wanted = await sourceStamp(root, build.sources);
    if (await isBuiltFrom(root, build, wanted)) continue;
    await step(`building ${build.name}`, () => run(root, build));
    await writeFile(stampPath(root, build), wanted);
  }
}

async function run(root, { name, out, entry, args }) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await runProgram(projectNode(root), [vite, ...args], {
    cwd: root,
    limitSeconds: 600,
  });
  if (code === 0 && existsSync(join(root, out, entry))) return;
  throw new SetupError(
    `It was not possible to build ${name} (${errorLine(output)}); undo your changes to the sources, or run "npm run build" to see all of it.`,
  );
}

const stampPath = (root, { out }) => join(root, out, '.built-from');

async function isBuiltFrom(root, build, wanted) {
  if (!existsSync(join(root, build.out, build.entry))) return false;
  const path = stampPath(root, build);
  return existsSync(path) && (await readFile(path, 'utf8')) === wanted;
}

/** Changes with every byte that could reach the build; tests cannot. */
async function sourceStamp(root, sources) {
  const hash = createHash('sha256');
  for (const source of [...sources, 'package-lock.json']) {
    for (const path of await filesOf(root, source)) {
      hash.update(`${path}\0`).update(await readFile(join(root, path)));
    }
  }
  return hash.digest('hex');
}

async function filesOf(root, source) {
  if ((await stat(join(root, source))).isFile()) return [source];
  const names = await readdir(join(root, source), { recursive: true });
  const paths = names
    .map((name) => join(source, name))
    .filter((path) => !/\.test\.tsx?$/.test(path));
  const found = await Promise.all(
    paths.map(async (path) => ((await stat(join(root, path))).isFile() ? [path] : [])),
  );
  return found.flat().sort();
}
