import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Value } from '#models/graph/graph.ts';
import { GraphBuilder } from '#models/graph/graph-builder.ts';
import { encodeModel } from '#models/graph/encode-model.ts';
import { add, gelu } from '#models/graph/ops/elementwise.ts';
import { reshape, slice, transpose } from '#models/graph/ops/shaping.ts';
import { channelNorm } from '#models/layers/channel-norm.ts';
import { convLayer } from '#models/layers/conv-layer.ts';
import { openSafetensors } from '#models/weights/safetensors.ts';
import type { SafetensorsFile } from '#models/weights/safetensors.ts';
import { encodeSafetensors } from '../../test/fakes/safetensors-bytes.ts';
import { createSession } from './session.ts';
import type { Model } from './session.ts';

let folder: string;
let weights: SafetensorsFile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-'));
  const path = join(folder, 'tiny.safetensors');
  await writeFile(
    path,
    encodeSafetensors({
      'conv.weight': { shape: [1, 2, 3], values: [1, 2, 3, 10, 20, 30] },
      'conv.bias': { shape: [1], values: [0.5] },
      'norm.weight': { shape: [2], values: [2, 2] },
      'norm.bias': { shape: [2], values: [0, 1] },
    }),
  );
  weights = await openSafetensors(path);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function buildModel(shape: number[], build: (graph: GraphBuilder, x: Value) => Value): Model {
  const graph = new GraphBuilder('tiny', weights);
  graph.output('y', build(graph, graph.input('x', 'float32', shape)));
  return { bytes: encodeModel(graph.build()), weightsFolder: dirname(weights.path) };
}

async function compute(
  shape: number[],
  values: number[],
  build: (graph: GraphBuilder, x: Value) => Value,
): Promise<{ shape: readonly number[]; values: number[] }> {
  const session = await createSession(buildModel(shape, build), { provider: 'cpu', threads: 1 });
  const { y } = await session.run({ x: { data: Float32Array.from(values), shape } });
  await session.release();
  return { shape: y.shape, values: [...y.data].map((value) => Math.round(value * 1e5) / 1e5) };
}

describe('session', () => {
  it('runs a dilated convolution with weights read in place', async () => {
    const values = [1, 2, 3, 4, 0, 0, 1, 0];
    const { shape, values: y } = await compute([1, 2, 4], values, (graph, x) =>
      convLayer(graph, 'conv', x, { channels: 1, taps: 3, dilation: 2 }),
    );
    // y[t] = .5 + sum over taps of x[t - 2], x[t], x[t + 2]
    expect(shape).toEqual([1, 1, 4]);
    expect(y).toEqual([2 + 9 + 30 + 0.5, 4 + 12 + 0.5, 1 + 6 + 20 + 0.5, 2 + 8 + 0.5]);
  });

  it('normalises over channels, frame by frame', async () => {
    const { values } = await compute([1, 2, 2], [3, 7, 1, 7], (graph, x) =>
      channelNorm(graph, 'norm', x, 1e-8),
    );
    expect(values).toEqual([2, 0, -1, 1]);
  });

  it('moves and combines numbers as the builder says', async () => {
    const { shape, values } = await compute([2, 3], [1, 2, 3, 4, 5, 6], (graph, x) => {
      const turned = transpose(graph, x, [1, 0]); // [3, 2]
      const middle = slice(graph, turned, 0, 1, 3); // [2, 2]
      return reshape(graph, add(graph, middle, middle), [4, 1]);
    });
    expect(shape).toEqual([4, 1]);
    expect(values).toEqual([4, 10, 6, 12]);
  });

  it('has the exact Gelu', async () => {
    const { values } = await compute([3], [-1, 0, 2], gelu);
    expect(values).toEqual([-0.15866, 0, 1.9545]);
  });

  it('says in one sentence why a model does not load or run', async () => {
    const good = buildModel([3], gelu);
    const options = { provider: 'cpu', threads: 1 } as const;
    await expect(
      createSession({ ...good, bytes: new Uint8Array([1, 2, 3]) }, options),
    ).rejects.toMatchObject({
      category: 'device-failed',
      code: 'model-not-loadable',
    });
    const elsewhere = buildModel([1, 2, 4], (graph, x) =>
      convLayer(graph, 'conv', x, { channels: 1, taps: 3 }),
    );
    await expect(
      createSession({ ...elsewhere, weightsFolder: tmpdir() }, options),
    ).rejects.toMatchObject({
      code: 'model-not-loadable',
    });
    const session = await createSession(good, options);
    const wrong = session.run({ x: { data: new Float32Array(4), shape: [4] } });
    await expect(wrong).rejects.toMatchObject({
      category: 'device-failed',
      code: 'inference-failed',
    });
    await session.release();
  });
});
