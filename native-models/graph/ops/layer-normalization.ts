// Layer normalisation over the last axis.

import type { Value } from '../graph.ts';
import { formatShape } from '../graph-builder.ts';
import type { GraphBuilder } from '../graph-builder.ts';

/** x [..., C] to mean 0 and variance 1 over C, then times `scale` [C] plus `bias` [C]. */
export function layerNormalization(
  graph: GraphBuilder,
  x: Value,
  scale: Value,
  bias: Value,
  epsilon: number,
): Value {
  const channels = String(x.shape.at(-1));
  if (scale.shape.join() !== channels || bias.shape.join() !== channels) {
    graph.fail(
      `LayerNormalization of ${formatShape(x)} is given scale ${formatShape(scale)} and bias ${formatShape(bias)}`,
    );
  }
  return graph.node('LayerNormalization', [x, scale, bias], x.dtype, x.shape, {
    axis: { kind: 'int', value: -1 },
    epsilon: { kind: 'float', value: epsilon },
  });
}
