// The viseme encoder as a graph; training/viseme/network.py is the same network in torch.

import { SPEECH_BANDS } from '#models/audio/log-mel.ts';
import { GraphBuilder } from '#models/graph/graph-builder.ts';
import type { Graph, Value } from '#models/graph/graph.ts';
import { add, gelu } from '#models/graph/ops/elementwise.ts';
import { reshape, slice, transpose } from '#models/graph/ops/shaping.ts';
import { channelNorm } from '#models/layers/channel-norm.ts';
import { convLayer } from '#models/layers/conv-layer.ts';
import type { SafetensorsFile } from '#models/weights/safetensors.ts';
import { MOUTH_SHAPE_COUNT, VISEME_CONFIG } from './config.ts';

export const FEATURES_INPUT = 'features';
export const SHAPES_OUTPUT = 'shapes';

/** 25 Hz frames that go into one run: a block and what it sees on both sides. */
export const RUN_FRAMES = VISEME_CONFIG.blockFrames + 2 * VISEME_CONFIG.reachFrames;

/**
 * `features` [1, 4 * RUN_FRAMES, 20] at 100 Hz -> `shapes` [1, blockFrames, 6] at 25 Hz.
 * Throws AppError `weights-do-not-fit` when the file holds another network.
 */
export function buildVisemeGraph(weights: SafetensorsFile): Graph {
  const { stackedFrames, channels, taps, dilations, reachFrames, blockFrames } = VISEME_CONFIG;
  const graph = new GraphBuilder('viseme', weights);
  const features = graph.input(FEATURES_INPUT, 'float32', [
    1,
    stackedFrames * RUN_FRAMES,
    SPEECH_BANDS,
  ]);
  const stacked = reshape(graph, features, [1, RUN_FRAMES, stackedFrames * SPEECH_BANDS]);
  let x = transpose(graph, stacked, [0, 2, 1]); // [1, C, T]
  x = gelu(graph, convLayer(graph, 'enter', x, { channels, taps }));
  x = gelu(graph, convLayer(graph, 'deepen', x, { channels, taps }));
  dilations.forEach((dilation, index) => {
    x = graph.scope(`blocks.${index}`, () => residualBlock(graph, x, dilation));
  });
  x = slice(graph, x, 2, reachFrames, reachFrames + blockFrames);
  x = convLayer(graph, 'leave', x, { channels: MOUTH_SHAPE_COUNT, taps: 1 });
  graph.output(SHAPES_OUTPUT, transpose(graph, x, [0, 2, 1]));
  return graph.build();
}

function residualBlock(graph: GraphBuilder, x: Value, dilation: number): Value {
  const { channels, taps, normEpsilon } = VISEME_CONFIG;
  const normed = channelNorm(graph, 'norm', x, normEpsilon);
  const spread = gelu(graph, convLayer(graph, 'spread', normed, { channels, taps, dilation }));
  return add(graph, x, convLayer(graph, 'mix', spread, { channels, taps: 1 }));
}
