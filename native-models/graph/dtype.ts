// Element types of graph values, and their numbers in ONNX's TensorProto.DataType.

import type { SafetensorsDtype } from '#models/weights/safetensors-header.ts';

export const ONNX_DTYPES = { float32: 1, int64: 7 } as const;

export type Dtype = keyof typeof ONNX_DTYPES;

/** The graph type of a stored tensor; null when no layer takes it. */
export function dtypeOfWeights(dtype: SafetensorsDtype): Dtype | null {
  if (dtype === 'F32') return 'float32';
  return dtype === 'I64' ? 'int64' : null;
}
