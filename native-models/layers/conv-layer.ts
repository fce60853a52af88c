// Convolution over time with its own weights.

import type { Value } from '#models/graph/graph.ts';
import type { GraphBuilder } from '#models/graph/graph-builder.ts';
import { conv1d } from '#models/graph/ops/conv1d.ts';

export interface ConvLayerOptions {
  readonly channels: number;
  /** Odd number of taps. */
  readonly taps: number;
  readonly dilation?: number;
}

/** x [B, C, T] -> [B, channels, T], zeros beyond both ends. Weights `<name>.weight`, `<name>.bias`. */
export function convLayer(
  graph: GraphBuilder,
  name: string,
  x: Value,
  options: ConvLayerOptions,
): Value {
  const { channels, taps, dilation = 1 } = options;
  return graph.scope(name, () => {
    const kernel = graph.weight('weight', [channels, x.shape[1], taps]);
    const bias = graph.weight('bias', [channels]);
    return conv1d(graph, x, kernel, bias, { dilation, padding: (dilation * (taps - 1)) / 2 });
  });
}
