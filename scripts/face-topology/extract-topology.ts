// Writes resources/face/topology.json: the triangles and texture coordinates of the canonical
// face mesh, read from the published bundle of @vladmandic/human. Run once; the output is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const TRIANGLE_COUNT = 880;
const VERTEX_COUNT = 468;

/** First numbers of the canonical triangle list: how it is found inside the minified bundle. */
const FIRST_TRIANGLES = '[127,34,139,11,0,37';
/** First canonical texture coordinate, of vertex 0 (the upper lip). */
const FIRST_TEXTURE_COORDINATE = '[[.499976992607117,';

function readArray(source: string, start: string): unknown {
  const from = source.indexOf(start);
  if (from < 0) throw new Error(`The bundle holds no array that starts with ${start}`);
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    if (source[i] === '[') depth++;
    if (source[i] === ']' && --depth === 0) {
      return JSON.parse(source.slice(from, i + 1).replace(/(?<![\d])\.(?=\d)/g, '0.'));
    }
  }
  throw new Error('The array does not end');
}

const entry = createRequire(import.meta.url).resolve('@vladmandic/human');
const source = readFileSync(join(dirname(entry), 'human.node-wasm.js'), 'utf8');
const triangles = readArray(source, FIRST_TRIANGLES) as number[];
const uv = readArray(source, FIRST_TEXTURE_COORDINATE) as [number, number][];
if (triangles.length !== TRIANGLE_COUNT * 3)
  throw new Error(`Expected ${TRIANGLE_COUNT} triangles`);
if (uv.length !== VERTEX_COUNT) throw new Error(`Expected ${VERTEX_COUNT} texture coordinates`);
if (
  !triangles.every((vertex) => Number.isInteger(vertex) && vertex >= 0 && vertex < VERTEX_COUNT)
) {
  throw new Error('A triangle names a vertex outside the mesh');
}
const target = new URL('../../resources/face/topology.json', import.meta.url);
const rounded = uv.map(([u, v]) => [Number(u.toFixed(6)), Number(v.toFixed(6))]);
writeFileSync(target, `${JSON.stringify({ vertexCount: VERTEX_COUNT, triangles, uv: rounded })}\n`);
