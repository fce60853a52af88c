// Builds a graph layer by layer. Every mistake of shape is found here, with the layer's name.

import { basename } from 'node:path';

import { AppError } from '#core/errors/app-error.ts';
import type { SafetensorsFile } from '#models/weights/safetensors.ts';
import { dtypeOfWeights } from './dtype.ts';
import type { Dtype } from './dtype.ts';
import { elementCount } from './graph.ts';
import type { Attribute, Constant, Graph, GraphNode, Value } from './graph.ts';

export class GraphBuilder {
  private readonly name: string;
  private readonly weights: SafetensorsFile;
  private readonly inputs: Value[] = [];
  private readonly outputs: Value[] = [];
  private readonly nodes: GraphNode[] = [];
  private readonly constants = new Map<string, Constant>();
  private readonly names = new Set<string>();
  private readonly path: string[] = [];

  /** `weights` is the file whose tensors the layers name; it is never copied. */
  constructor(name: string, weights: SafetensorsFile) {
    this.name = name;
    this.weights = weights;
  }

  /** Everything built inside belongs to the layer `name`; layers nest: `blocks.0.spread`. */
  scope<T>(name: string, build: () => T): T {
    this.path.push(name);
    try {
      return build();
    } finally {
      this.path.pop();
    }
  }

  input(name: string, dtype: Dtype, shape: readonly number[]): Value {
    const value = { name: this.claim(name), dtype, shape };
    this.inputs.push(value);
    return value;
  }

  /** Makes `value` an output of the graph under `name`. */
  output(name: string, value: Value): void {
    const output = { ...value, name: this.claim(name) };
    this.nodes.push({
      op: 'Identity',
      name: `${name}/Identity`,
      inputs: [value],
      output,
      attributes: {},
    });
    this.outputs.push(output);
  }

  /**
   * The tensor `<scope>.<name>` of the weight file, which must have exactly this shape.
   * Throws AppError `weights-do-not-fit` (bad-input).
   */
  weight(name: string, shape: readonly number[]): Value {
    const fullName = [...this.path, name].join('.');
    const known = this.constants.get(fullName);
    if (known !== undefined) return known.value;
    const entry = this.weights.tensors.get(fullName);
    if (entry === undefined) throw this.doesNotFit(`has no tensor ${fullName}`);
    const dtype = dtypeOfWeights(entry.dtype);
    if (dtype === null) throw this.doesNotFit(`stores ${fullName} as ${entry.dtype}`);
    if (entry.shape.join() !== shape.join()) {
      throw this.doesNotFit(
        `gives ${fullName} the shape [${entry.shape.join(', ')}] instead of [${shape.join(', ')}]`,
      );
    }
    const value = { name: this.claim(fullName), dtype, shape };
    const { offset, length } = entry;
    this.constants.set(fullName, {
      value,
      source: { kind: 'external', file: basename(this.weights.path), offset, length },
    });
    return value;
  }

  /** A small list of integers, such as the target of a reshape. // [n] */
  integers(name: string, values: readonly number[]): Value {
    const bytes = new Uint8Array(new BigInt64Array(values.map(BigInt)).buffer);
    const value = {
      name: this.claim([...this.path, name].join('.')),
      dtype: 'int64',
      shape: [values.length],
    } as const;
    this.constants.set(value.name, { value, source: { kind: 'inline', bytes } });
    return value;
  }

  /** Adds one ONNX node; the op's own function has checked the shapes. */
  node(
    op: string,
    inputs: readonly Value[],
    dtype: Dtype,
    shape: readonly number[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): Value {
    if (shape.some((size) => !Number.isSafeInteger(size) || size < 1)) {
      this.fail(`${op} would make the shape [${shape.join(', ')}]`);
    }
    const name = this.claim(`${this.layer()}/${op}`);
    const output = { name: `${name}:0`, dtype, shape };
    this.nodes.push({ op, name, inputs, output, attributes });
    return output;
  }

  /** Stops the build: a layer was put together wrongly. Throws AppError `graph-shape-mismatch`. */
  fail(reason: string): never {
    throw new AppError({
      category: 'internal',
      code: 'graph-shape-mismatch',
      message: `Layer ${this.layer()} of ${this.name} cannot be built: ${reason}.`,
    });
  }

  build(): Graph {
    if (this.outputs.length === 0) this.fail('the graph has no output');
    const { name, inputs, outputs, nodes } = this;
    return { name, inputs, outputs, nodes, constants: [...this.constants.values()] };
  }

  private layer(): string {
    return this.path.length === 0 ? this.name : this.path.join('.');
  }

  /** Names are unique in ONNX; a second use of the same layer gets a number. */
  private claim(name: string): string {
    let unique = name;
    for (let i = 1; this.names.has(unique); i++) unique = `${name}#${i}`;
    this.names.add(unique);
    return unique;
  }

  private doesNotFit(reason: string): AppError {
    return new AppError({
      category: 'bad-input',
      code: 'weights-do-not-fit',
      message: `The weight file ${basename(this.weights.path)} does not fit the model ${this.name}: it ${reason}.`,
      hint: 'Choose the weight file that belongs to this model.',
    });
  }
}

/** `[1, 80, 84]` as text for messages. */
export function formatShape(value: Value): string {
  return `[${value.shape.join(', ')}] (${elementCount(value.shape)} of ${value.dtype})`;
}
