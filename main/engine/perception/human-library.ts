// The one place that knows the shape of @vladmandic/human's untyped WebAssembly bundle.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A tensor that must be disposed by whoever made it. */
export interface HumanTensor {
  dispose(): void;
}

export interface HumanFace {
  /** Confidence of the box, 0..1. */
  readonly boxScore: number;
  /** Confidence of the mesh, 0..1. */
  readonly faceScore: number;
  /** Side of the square that the mesh model saw, in input pixels. */
  readonly size: readonly [number, number];
  /**
   * 478 points [x, y, z]; fewer when the mesh is not trusted. x and y in input pixels, cut off to
   * whole ones; z in pixels of the mesh model's own MESH_INPUT_PX input, cut off as well.
   */
  readonly mesh: readonly (readonly [number, number, number])[];
}

export interface HumanResult {
  readonly error: string | null;
  readonly face: readonly HumanFace[];
}

export interface Human {
  readonly tf: {
    tensor3d(
      data: Uint8Array,
      shape: readonly [number, number, number],
      type: 'int32',
    ): HumanTensor;
    engine(): { memory(): { readonly numTensors: number } };
  };
  load(): Promise<void>;
  detect(input: HumanTensor): Promise<HumanResult>;
}

/** Side of the mesh model's input. */
export const MESH_INPUT_PX = 192;

interface HumanModule {
  readonly Human: new (config: object) => Human;
}

/** Detector limits that the package's own models support. */
export interface HumanOptions {
  readonly maxFaces: number;
  readonly minConfidence: number;
}

function faceOnlyConfig(modelFolder: string, wasmFolder: string, options: HumanOptions): object {
  const off = { enabled: false };
  return {
    backend: 'wasm',
    wasmPath: wasmFolder + sep,
    modelBasePath: pathToFileURL(modelFolder + sep).href,
    debug: false,
    // No result may depend on the frame before it.
    cacheSensitivity: 0,
    filter: off,
    face: {
      enabled: true,
      // `rotation: true` returned a displaced mesh on full frames; crops are turned by ourselves.
      detector: {
        maxDetected: options.maxFaces,
        rotation: false,
        minConfidence: options.minConfidence,
      },
      mesh: { enabled: true },
      iris: { enabled: true },
      attention: off,
      description: off,
      emotion: off,
      antispoof: off,
      liveness: off,
    },
    body: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
  };
}

/** Lets the library read its own files through fetch, and nothing else, while it loads. */
async function withFileFetch<T>(load: () => Promise<T>): Promise<T> {
  const original = globalThis.fetch;
  globalThis.fetch = async (input): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith('file:')) throw new Error(`Model files are local, ${address} is not`);
    return new Response(new Uint8Array(await readFile(fileURLToPath(address))));
  };
  try {
    return await load();
  } finally {
    globalThis.fetch = original;
  }
}

/** Loads face detector, mesh and iris models from the installed package. Nothing leaves the machine. */
export async function loadHuman(options: HumanOptions): Promise<Human> {
  const require = createRequire(import.meta.url);
  const distFolder = dirname(require.resolve('@vladmandic/human'));
  const wasmFolder = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
  const library = require(join(distFolder, 'human.node-wasm.js')) as HumanModule;
  const human = new library.Human(
    faceOnlyConfig(join(distFolder, '..', 'models'), wasmFolder, options),
  );
  await withFileFetch(() => human.load());
  return human;
}
