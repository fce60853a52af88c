// A graph as text for people: one line per node, in order.

import { elementCount } from './graph.ts';
import type { Graph, Value } from './graph.ts';

const describeValue = (value: Value): string =>
  `${value.name} ${value.dtype}[${value.shape.join(', ')}]`;

/** Inputs, nodes with their shapes, outputs, and how many weights lie in which file. */
export function describeGraph(graph: Graph): string {
  const weights = graph.constants.filter(({ source }) => source.kind === 'external');
  const parameters = weights.reduce((sum, { value }) => sum + elementCount(value.shape), 0);
  return [
    `graph ${graph.name}: ${graph.nodes.length} nodes, ${weights.length} weights, ${parameters} parameters`,
    ...graph.inputs.map((value) => `input  ${describeValue(value)}`),
    ...graph.nodes.map(
      ({ op, inputs, output }) =>
        `${op}(${inputs.map(({ name }) => name).join(', ')}) -> ${describeValue(output)}`,
    ),
    ...graph.outputs.map((value) => `output ${describeValue(value)}`),
  ].join('\n');
}
