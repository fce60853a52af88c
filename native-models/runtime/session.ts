// The only importer of onnxruntime-node: a model and numbers in, numbers out.

import { InferenceSession, Tensor } from 'onnxruntime-node';

import { AppError } from '#core/errors/app-error.ts';

export interface Model {
  /** ONNX ModelProto. */
  readonly bytes: Uint8Array;
  /** Real path of the folder that holds the weight files the model names. */
  readonly weightsFolder: string;
}

export interface SessionOptions {
  readonly provider: 'cpu';
  /** Threads inside one op. With 1, results never depend on the load of the machine. */
  readonly threads: number;
}

/** A float tensor, row-major. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** A loaded network. `run` blocks its thread while it computes: call it in the engine process. */
export interface Session {
  run(inputs: Readonly<Record<string, FloatTensor>>): Promise<Record<string, FloatTensor>>;
  release(): Promise<void>;
}

/** Throws AppError `model-not-loadable` (device-failed) when the inference library refuses. */
export async function createSession(model: Model, options: SessionOptions): Promise<Session> {
  const session = await create(model, options);
  return {
    run: (inputs) => run(session, inputs),
    release: () => session.release(),
  };
}

async function create(model: Model, options: SessionOptions): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(model.bytes, {
      executionProviders: [options.provider],
      intraOpNumThreads: options.threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      extra: {
        session: {
          model_external_initializers_file_folder_path: model.weightsFolder,
          use_deterministic_compute: '1',
          intra_op: { allow_spinning: '0' },
        },
      },
    });
  } catch (cause) {
    throw failure('model-not-loadable', 'The inference library could not load the model', cause);
  }
}

async function run(
  session: InferenceSession,
  inputs: Readonly<Record<string, FloatTensor>>,
): Promise<Record<string, FloatTensor>> {
  const feeds = Object.fromEntries(
    Object.entries(inputs).map(([name, { data, shape }]) => [
      name,
      new Tensor('float32', data, shape),
    ]),
  );
  try {
    const results = await session.run(feeds);
    return Object.fromEntries(
      Object.entries(results).map(([name, tensor]) => [name, toFloats(tensor)]),
    );
  } catch (cause) {
    throw failure('inference-failed', 'The model could not be run', cause);
  }
}

function toFloats(tensor: Tensor): FloatTensor {
  if (!(tensor.data instanceof Float32Array)) throw new TypeError(`output of type ${tensor.type}`);
  return { data: tensor.data, shape: tensor.dims };
}

function failure(code: string, what: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new AppError({
    category: 'device-failed',
    code,
    message: `${what}: ${reason}`,
    hint: 'Run "parley doctor" and close programs that use much memory.',
    cause,
  });
}
