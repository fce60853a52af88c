import { describe, expect, it } from 'vitest';

import { AppError } from '#core/errors/app-error.ts';
import { channelNorm } from '#models/layers/channel-norm.ts';
import { convLayer } from '#models/layers/conv-layer.ts';
import type { SafetensorsFile } from '#models/weights/safetensors.ts';
import type { TensorEntry } from '#models/weights/safetensors-header.ts';
import { describeGraph } from './describe-graph.ts';
import { encodeModel } from './encode-model.ts';
import { GraphBuilder } from './graph-builder.ts';
import { add, gelu } from './ops/elementwise.ts';
import { reshape, slice, transpose } from './ops/shaping.ts';

function fakeWeights(
  shapes: Record<string, number[]>,
  dtype: TensorEntry['dtype'] = 'F32',
): SafetensorsFile {
  const tensors = Object.entries(shapes).map(([name, shape], i): [string, TensorEntry] => [
    name,
    { name, dtype, shape, offset: 100 + 1000 * i, length: 4 * shape.reduce((a, b) => a * b, 1) },
  ]);
  return { path: '/models/tiny.safetensors', tensors: new Map(tensors), metadata: new Map() };
}

const TINY = fakeWeights({
  'blocks.0.norm.weight': [4],
  'blocks.0.norm.bias': [4],
  'blocks.0.spread.weight': [6, 4, 3],
  'blocks.0.spread.bias': [6],
});

function failure(build: () => unknown): AppError {
  try {
    build();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  }
  throw new Error('the build went through');
}

function buildTiny(): GraphBuilder {
  const graph = new GraphBuilder('tiny', TINY);
  const x = graph.input('x', 'float32', [1, 4, 10]);
  const y = graph.scope('blocks.0', () =>
    gelu(
      graph,
      convLayer(graph, 'spread', channelNorm(graph, 'norm', x, 1e-5), {
        channels: 6,
        taps: 3,
        dilation: 2,
      }),
    ),
  );
  graph.output('y', transpose(graph, y, [0, 2, 1]));
  return graph;
}

describe('graph builder', () => {
  it('carries shapes from input to output', () => {
    const { outputs } = buildTiny().build();
    expect(outputs).toEqual([{ name: 'y', dtype: 'float32', shape: [1, 10, 6] }]);
  });

  it('refuses a wrong number of channels with the name of the layer', () => {
    const graph = new GraphBuilder('tiny', TINY);
    const x = graph.input('x', 'float32', [1, 5, 10]);
    const error = failure(() =>
      graph.scope('blocks.0', () => convLayer(graph, 'spread', x, { channels: 6, taps: 3 })),
    );
    expect(error).toMatchObject({ category: 'bad-input', code: 'weights-do-not-fit' });
    expect(error.message).toContain(
      'blocks.0.spread.weight the shape [6, 4, 3] instead of [6, 5, 3]',
    );
  });

  it.each([
    [
      'Add',
      (g: GraphBuilder) => add(g, g.input('a', 'float32', [1, 2]), g.input('b', 'float32', [2, 1])),
    ],
    ['Reshape', (g: GraphBuilder) => reshape(g, g.input('a', 'float32', [2, 3]), [7])],
    ['Transpose', (g: GraphBuilder) => transpose(g, g.input('a', 'float32', [2, 3]), [0, 0])],
    ['Slice', (g: GraphBuilder) => slice(g, g.input('a', 'float32', [2, 3]), 1, 1, 4)],
    ['Slice', (g: GraphBuilder) => slice(g, g.input('a', 'float32', [2, 3]), 2, 0, 1)],
    ['Gelu', (g: GraphBuilder) => gelu(g, g.input('a', 'int64', [2]))],
  ])('stops a wrong %s at build time, inside its layer', (op, build) => {
    const graph = new GraphBuilder('tiny', TINY);
    const error = failure(() =>
      graph.scope('blocks.3', () => graph.scope('mix', () => build(graph))),
    );
    expect(error).toMatchObject({ category: 'internal', code: 'graph-shape-mismatch' });
    expect(error.message).toContain('Layer blocks.3.mix of tiny');
    expect(error.message).toContain(op);
  });

  it('refuses missing and foreign weights', () => {
    const wrongType = new GraphBuilder(
      'tiny',
      fakeWeights({ 'leave.weight': [1, 2, 1], 'leave.bias': [1] }, 'BF16'),
    );
    const x = wrongType.input('x', 'float32', [1, 2, 3]);
    expect(
      failure(() => convLayer(wrongType, 'leave', x, { channels: 1, taps: 1 })).message,
    ).toContain('as BF16');
    expect(
      failure(() => convLayer(wrongType, 'enter', x, { channels: 1, taps: 1 })).message,
    ).toContain('no tensor enter.weight');
  });

  it('points at the weights in place and writes the same bytes every time', () => {
    const graph = buildTiny().build();
    const kernel = graph.constants.find(({ value }) => value.name === 'blocks.0.spread.weight');
    expect(kernel?.source).toEqual({
      kind: 'external',
      file: 'tiny.safetensors',
      offset: 2100,
      length: 288,
    });
    expect(encodeModel(buildTiny().build())).toEqual(encodeModel(graph));
    expect(encodeModel(graph).length).toBeLessThan(3000);
  });

  it('describes itself in text', () => {
    const text = describeGraph(buildTiny().build());
    expect(text).toContain('graph tiny: 7 nodes, 4 weights, 86 parameters');
    expect(text).toContain('Conv(');
    expect(text).toContain('output y float32[1, 10, 6]');
  });
});
