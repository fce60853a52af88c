// The models on this machine: what comes with Parley, looked at on disk.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ModelFacts } from '#core/contract/app-types.ts';
import { resourcePath } from '#main/resource-path.ts';

/** Of the weights that this version was made with. */
const VISEME_SHA256 = '4f2748e86e4a00736c4e7714e8cbee8665a874357c21d8dc016a7246cb1b1a29';

const FACE_MODELS = ['blazeface', 'facemesh', 'iris'];

export function listModels(): ModelFacts[] {
  return [draftModel(), faceModel()];
}

function draftModel(): ModelFacts {
  const path = resourcePath('weights', 'viseme', 'viseme.safetensors');
  const facts = statSync(path, { throwIfNoEntry: false });
  const isWhole =
    facts !== undefined &&
    createHash('sha256').update(readFileSync(path)).digest('hex') === VISEME_SHA256;
  return {
    id: 'draft',
    name: 'Draft',
    purpose: 'generator',
    isBuiltIn: true,
    bytes: facts?.size ?? 0,
    license: 'Apache-2.0',
    state: facts === undefined ? 'missing' : isWhole ? 'ready' : 'damaged',
    detail:
      'Moves the pixels of your picture by a mesh; lips follow the voice. Runs on the processor.',
  };
}

function faceModel(): ModelFacts {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@vladmandic/human')), '..', 'models');
  const sizes = FACE_MODELS.flatMap((name) => [`${name}.json`, `${name}.bin`]).map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? null,
  );
  return {
    id: 'faces',
    name: 'Faces and head pose',
    purpose: 'analysis',
    isBuiltIn: true,
    bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    license: 'MIT',
    state: sizes.includes(null) ? 'missing' : 'ready',
    detail: 'Finds faces and 478 points on each of them.',
  };
}
