// Layer normalisation over the channels of each frame: no frame depends on how the film is cut.

import type { Value } from '#models/graph/graph.ts';
import type { GraphBuilder } from '#models/graph/graph-builder.ts';
import { layerNormalization } from '#models/graph/ops/layer-normalization.ts';
import { transpose } from '#models/graph/ops/shaping.ts';

/** x [B, C, T] -> [B, C, T]. Weights `<name>.weight` and `<name>.bias`, both [C]. */
export function channelNorm(graph: GraphBuilder, name: string, x: Value, epsilon: number): Value {
  return graph.scope(name, () => {
    const channels = x.shape[1];
    const scale = graph.weight('weight', [channels]);
    const bias = graph.weight('bias', [channels]);
    const byFrame = transpose(graph, x, [0, 2, 1]); // [B, T, C]
    return transpose(graph, layerNormalization(graph, byFrame, scale, bias, epsilon), [0, 2, 1]);
  });
}
