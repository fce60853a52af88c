// A network as plain data: what the builder makes and the ONNX writer takes.

import type { Dtype } from './dtype.ts';

/** A tensor that flows through the graph. Sizes are fixed: the session plans memory once. */
export interface Value {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
}

/** Integers, floats or lists of integers; everything that ONNX attributes here need. */
export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'ints'; readonly value: readonly number[] };

export interface GraphNode {
  readonly op: string;
  /** Scope of the layer that made it, and the op: `blocks.0.spread/Conv`. Unique. */
  readonly name: string;
  readonly inputs: readonly Value[];
  readonly output: Value;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** Where the bytes of a constant lie: in the graph itself, or in a weight file, in place. */
export type ConstantSource =
  | { readonly kind: 'inline'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'external';
      readonly file: string;
      readonly offset: number;
      readonly length: number;
    };

export interface Constant {
  readonly value: Value;
  readonly source: ConstantSource;
}

export interface Graph {
  readonly name: string;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly nodes: readonly GraphNode[];
  readonly constants: readonly Constant[];
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
