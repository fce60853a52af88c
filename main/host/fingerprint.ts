// Fingerprints of what results depend on besides their inputs: the program's own code and weights.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type Json } from '#core/json/canonical-json.ts';
import { resourcePath, sourcePath } from '#main/resource-path.ts';

export function sha256Of(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Code that decides the pixels of a draft film and the numbers it is planned from. */
const GENERATOR_SOURCES = [
  'core/mesh',
  'core/motion',
  'core/people',
  'core/random',
  'core/render',
  'core/speech',
  'main/engine/raster',
  'main/engine/render',
  'main/engine/voices',
  'main/media/audio',
  'main/media/film',
  'main/media/picture',
  'native-models',
];

/** Set by the build: a built program has no sources to hash. */
declare const BUILT_GENERATOR_FINGERPRINT: string | undefined;

let known: string | null =
  typeof BUILT_GENERATOR_FINGERPRINT === 'string' ? BUILT_GENERATOR_FINGERPRINT : null;

/** Hash of the draft generator: its code and its weights. Computed once. */
export function generatorFingerprint(): string {
  if (known !== null) return known;
  const hash = createHash('sha256');
  for (const folder of GENERATOR_SOURCES) {
    const root = sourcePath(folder);
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      hash
        .update(`${folder}/${name.replaceAll('\\', '/')}\0`)
        .update(readFileSync(join(root, name)));
    }
  }
  hash.update(readFileSync(resourcePath('weights', 'viseme', 'viseme.safetensors')));
  hash.update(readFileSync(resourcePath('face', 'topology.json')));
  known = hash.digest('hex');
  return known;
}
