// Convolution over time.

import type { Value } from '../graph.ts';
import { formatShape } from '../graph-builder.ts';
import type { GraphBuilder } from '../graph-builder.ts';

export interface Conv1dOptions {
  readonly dilation: number;
  /** Zeros added on both sides. */
  readonly padding: number;
}

/** x [B, Cin, T], kernel [Cout, Cin, K], bias [Cout] -> [B, Cout, T + 2 padding - dilation (K - 1)] */
export function conv1d(
  graph: GraphBuilder,
  x: Value,
  kernel: Value,
  bias: Value,
  options: Conv1dOptions,
): Value {
  const { dilation, padding } = options;
  if (x.shape.length !== 3 || kernel.shape.length !== 3) {
    graph.fail(
      `Conv takes [B, Cin, T] and [Cout, Cin, K], not ${formatShape(x)} and ${formatShape(kernel)}`,
    );
  }
  const [batch, channels, frames] = x.shape;
  const [outputs, kernelChannels, width] = kernel.shape;
  if (channels !== kernelChannels) {
    graph.fail(`Conv expects ${kernelChannels} channels and is given ${formatShape(x)}`);
  }
  if (bias.shape.join() !== String(outputs))
    graph.fail(`Conv bias is ${formatShape(bias)}, not [${outputs}]`);
  const shape = [batch, outputs, frames + 2 * padding - dilation * (width - 1)];
  return graph.node('Conv', [x, kernel, bias], x.dtype, shape, {
    dilations: { kind: 'ints', value: [dilation] },
    kernel_shape: { kind: 'ints', value: [width] },
    pads: { kind: 'ints', value: [padding, padding] },
    strides: { kind: 'ints', value: [1] },
  });
}
