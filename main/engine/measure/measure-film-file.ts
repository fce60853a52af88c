import type { FilmMeasurement } from '#core/metrics/film-measurement.ts';
import { SCORE_RATE } from '#core/speech/speaking-score.ts';
import { VOICE_RATE, type PcmReader } from '#main/media/audio/pcm-reader.ts';
import type { VisemeEncoder } from '#models/models/viseme/viseme-encoder.ts';
import { VISEME_SIZE } from '#models/pipelines/draft/draft-cast.ts';
import type { OnProgress } from '../on-progress.ts';
import type { FaceDetector } from '../perception/face-detector.ts';
import type { MeasureRequest } from '../protocol/methods.ts';
import { withVoices } from '../voices/open-voices.ts';
import { measureFilm } from './measure-film.ts';
import { openFilm } from './open-film.ts';

interface MeasureTools {
  readonly detector: FaceDetector;
  readonly encoder: VisemeEncoder;
}

/** Measures a film on disk against ingested voices; progress counts frames. */
export async function measureFilmFile(
  request: MeasureRequest,
  { detector, encoder }: MeasureTools,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<FilmMeasurement> {
  const film = await openFilm(request.filmPath, signal);
  return withVoices(request.voices, async (readers) => {
    const visemeOpen: Float32Array[] = [];
    for (const [index, reader] of readers.entries()) {
      const preparation = request.preparations[index];
      visemeOpen.push(await openCurve(encoder, reader, preparation));
    }
    return measureFilm(
      detector,
      {
        frames: film.frames,
        framesPerSecond: film.framesPerSecond,
        restBoxes: request.faceBoxes,
        voices: readers.map((reader) => ({ read: reader.read, sampleCount: reader.samples })),
        voiceOfPerson: request.voiceOfPerson,
        speaking: request.speaking,
        visemeOpen,
        seamFrames: request.seamFrames,
        firstFrame: request.firstFrame,
      },
      {
        signal,
        stride: 1,
        onFrame: (done) => onProgress(done, Math.max(done, film.expectedFrames)),
      },
    );
  });
}

/** `open` of the viseme encoder over a whole voice at SCORE_RATE. // [T] */
async function openCurve(
  encoder: VisemeEncoder,
  reader: PcmReader,
  preparation: MeasureRequest['preparations'][number],
): Promise<Float32Array> {
  const frames = Math.ceil((reader.samples * SCORE_RATE) / VOICE_RATE);
  const { shapes } = await encoder.encode(reader.read, preparation.statistics, 0, frames);
  return Float32Array.from({ length: frames }, (_, frame) => shapes[frame * VISEME_SIZE]);
}
