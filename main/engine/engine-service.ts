// What the engine can do, one function per method; heavy parts load on first use.

import { AppError } from '#core/errors/app-error.ts';
import { resourcePath } from '#main/resource-path.ts';
import type { OnProgress } from './on-progress.ts';
import type { EngineMethod, EngineMethods } from './protocol/methods.ts';
import type { RenderSession } from './render/render-session.ts';

export interface CallContext {
  readonly signal: AbortSignal;
  readonly emit: (event: unknown) => void;
}

type Handlers = {
  [M in EngineMethod]: (
    input: EngineMethods[M]['input'],
    context: CallContext,
  ) => Promise<EngineMethods[M]['output']>;
};

export interface EngineService {
  handle(method: EngineMethod, input: unknown, context: CallContext): Promise<unknown>;
}

export function createEngineService(): EngineService {
  let session: RenderSession | null = null;

  const loadDetector = once(async () => {
    const { FaceDetector } = await import('./perception/face-detector.ts');
    return FaceDetector.load();
  });
  const loadEncoder = once(async () => {
    const { VisemeEncoder } = await import('#models/models/viseme/viseme-encoder.ts');
    return VisemeEncoder.load(resourcePath('weights', 'viseme'));
  });
  const loadFeatures = once(async () => {
    const { VoiceFeatures } = await import('./voices/voice-features.ts');
    return new VoiceFeatures(await loadEncoder());
  });
  const loadPreviews = once(async () => {
    const { PreviewScenes } = await import('./preview/preview-scenes.ts');
    return new PreviewScenes(await loadFeatures());
  });

  const handlers: Handlers = {
    async analyzeStill({ picturePath }, { signal, emit }) {
      const { analyzePictureFile } = await import('./perception/analyze-picture-file.ts');
      return analyzePictureFile(await loadDetector(), picturePath, signal, emitProgress(emit));
    },
    async faceInBox({ picturePath, box, others }, { signal }) {
      const { findFaceInBox } = await import('./perception/face-in-box.ts');
      const { decodePicture } = await import('#main/media/picture/decode-picture.ts');
      const detector = await loadDetector();
      const picture = await decodePicture(picturePath);
      signal.throwIfAborted();
      return findFaceInBox(detector, picture, box, others);
    },
    async scoreVoices({ voices }, { signal, emit }) {
      const { scoreVoiceFiles } = await import('./voices/score-voice-files.ts');
      return scoreVoiceFiles(voices, signal, emitProgress(emit));
    },
    async prepareVoices({ voices, scores }, { signal, emit }) {
      const { prepareVoiceFiles } = await import('./voices/prepare-voice-files.ts');
      return prepareVoiceFiles(await loadEncoder(), voices, scores, signal, emitProgress(emit));
    },
    async openRender(scene, { signal }) {
      const { RenderSession } = await import('./render/render-session.ts');
      await session?.close();
      session = await RenderSession.open(scene, await loadFeatures(), signal);
      return null;
    },
    async renderChunk(request, { signal, emit }) {
      if (!session) throw noSession();
      return session.renderChunk(request, {
        signal,
        onPlanned: (carry) => emit({ type: 'planned', carry }),
        onProgress: emitProgress(emit),
      });
    },
    async closeRender() {
      await session?.close();
      session = null;
      return null;
    },
    async openPreview({ id, scene }) {
      (await loadPreviews()).open(id, scene);
      return null;
    },
    async planPreview({ id, ...request }) {
      return (await loadPreviews()).plan(id, request);
    },
    async measureFilm(request, { signal, emit }) {
      const { measureFilmFile } = await import('./measure/measure-film-file.ts');
      const tools = { detector: await loadDetector(), encoder: await loadEncoder() };
      return measureFilmFile(request, tools, signal, emitProgress(emit));
    },
    async compareFilms(request, { signal, emit }) {
      const { compareFilmFiles } = await import('./measure/compare-film-files.ts');
      return compareFilmFiles(request, await loadDetector(), signal, emitProgress(emit));
    },
  };

  return {
    handle(method, input, context) {
      const handler = handlers[method] as (
        input: unknown,
        context: CallContext,
      ) => Promise<unknown>;
      return handler(input, context);
    },
  };
}

function emitProgress(emit: CallContext['emit']): OnProgress {
  return (done, total) => emit({ type: 'progress', done, total });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

function noSession(): AppError {
  return new AppError({
    category: 'internal',
    code: 'no-render-session',
    message: 'A chunk was asked for before a render was opened.',
  });
}
