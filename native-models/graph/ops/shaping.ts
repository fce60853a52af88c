// Ops that move numbers without changing them.

import { elementCount } from '../graph.ts';
import type { Value } from '../graph.ts';
import { formatShape } from '../graph-builder.ts';
import type { GraphBuilder } from '../graph-builder.ts';

/** The same numbers, in row-major order, under another shape. */
export function reshape(graph: GraphBuilder, x: Value, shape: readonly number[]): Value {
  if (elementCount(shape) !== elementCount(x.shape)) {
    graph.fail(`Reshape cannot turn ${formatShape(x)} into [${shape.join(', ')}]`);
  }
  return graph.node('Reshape', [x, graph.integers('shape', shape)], x.dtype, shape);
}

/** Axis i of the result is axis `order[i]` of `x`. */
export function transpose(graph: GraphBuilder, x: Value, order: readonly number[]): Value {
  const sorted = [...order].sort((a, b) => a - b);
  if (sorted.length !== x.shape.length || sorted.some((axis, i) => axis !== i)) {
    graph.fail(
      `Transpose order [${order.join(', ')}] does not permute the axes of ${formatShape(x)}`,
    );
  }
  const shape = order.map((axis) => x.shape[axis]);
  return graph.node('Transpose', [x], x.dtype, shape, { perm: { kind: 'ints', value: order } });
}

/** Elements `start` to `end` (exclusive) of one axis. */
export function slice(
  graph: GraphBuilder,
  x: Value,
  axis: number,
  start: number,
  end: number,
): Value {
  if (!(axis in x.shape) || start < 0 || end > x.shape[axis] || end <= start) {
    graph.fail(`Slice ${start}..${end} of axis ${axis} is outside ${formatShape(x)}`);
  }
  const shape = x.shape.map((size, i) => (i === axis ? end - start : size));
  const bounds = [
    graph.integers('start', [start]),
    graph.integers('end', [end]),
    graph.integers('axis', [axis]),
  ];
  return graph.node('Slice', [x, ...bounds], x.dtype, shape);
}
