// Ops that leave the shape as it is.

import type { Value } from '../graph.ts';
import { formatShape } from '../graph-builder.ts';
import type { GraphBuilder } from '../graph-builder.ts';

/** Gaussian error linear unit, exact form: x * (1 + erf(x / sqrt 2)) / 2. */
export function gelu(graph: GraphBuilder, x: Value): Value {
  if (x.dtype !== 'float32') graph.fail(`Gelu takes float32, not ${x.dtype}`);
  return graph.node('Gelu', [x], x.dtype, x.shape);
}

/** Sum of two values of the same shape. */
export function add(graph: GraphBuilder, a: Value, b: Value): Value {
  if (a.dtype !== b.dtype || a.shape.join() !== b.shape.join()) {
    graph.fail(`Add takes two equal shapes, not ${formatShape(a)} and ${formatShape(b)}`);
  }
  return graph.node('Add', [a, b], a.dtype, a.shape);
}
