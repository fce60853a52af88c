// Speaking scores of a project's voices: measured once, kept beside the document.

import { z } from 'zod';
import type { ProjectDocument } from '#core/project/document.ts';
import type { Interval, SpeakingScore } from '#core/speech/speaking-score.ts';
import type { VoicePreparation, VoiceSource } from '#main/engine/protocol/methods.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { generatorFingerprint, sha256Of } from '../fingerprint.ts';
import type { ProjectView } from '../project-store/project-view.ts';
import { trackStage, type RunContext } from '../run-context.ts';
import { openVoice } from '../voices/voice-files.ts';

const SCORES = 'speaking-score';
const INTERVALS = 'speaking-intervals';
const PREPARATION = 'voice-preparation';

const intervalsSchema = z.array(z.array(z.tuple([z.number(), z.number()])));
const preparationSchema = z.strictObject({
  statistics: z.strictObject({
    sampleCount: z.number(),
    reference: z.array(z.number()),
    speechLevelDb: z.number(),
  }),
  calibration: z.strictObject({
    openLow: z.number(),
    openHigh: z.number(),
    energyLow: z.number(),
    energyHigh: z.number(),
  }),
});

/** What is known of a project's voices, in document order. */
export interface HeardVoices {
  readonly sources: readonly VoiceSource[];
  readonly scores: readonly SpeakingScore[];
}

/** The scores that an earlier analysis left; null when it must be run (again). */
export function findScores(store: ProjectView): SpeakingScore[] | null {
  const { document, derived } = store;
  const intervals = derived.getJson(INTERVALS, scoresKey(document), intervalsSchema);
  if (intervals?.length !== document.voices.length) return null;
  const scores: SpeakingScore[] = [];
  for (const [index, each] of intervals.entries()) {
    const bytes = derived.getBytes(SCORES, `${scoresKey(document)}-${index}`);
    if (bytes === null) return null;
    scores.push({ values: new Float32Array(bytes.slice().buffer), intervals: each });
  }
  return scores;
}

/** The scores of all voices, measured when they are not known. */
export async function hearVoices(
  store: ProjectView,
  engine: EngineClient,
  voicePaths: ReadonlyMap<string, string>,
  run: RunContext,
): Promise<HeardVoices> {
  const { document } = store;
  const sources: VoiceSource[] = [];
  for (const voice of document.voices) {
    const media = document.media.find(({ id }) => id === voice.mediaId);
    const path = voicePaths.get(voice.mediaId);
    if (media === undefined || path === undefined)
      throw new Error(`Voice ${voice.id} has no file.`);
    const { sha256 } = media;
    const { durationTicks } = voice;
    sources.push(await openVoice(store.dataFolder, { path, sha256, durationTicks }, run.signal));
  }
  return { sources, scores: findScores(store) ?? (await measure(store, engine, sources, run)) };
}

async function measure(
  store: ProjectView,
  engine: EngineClient,
  sources: readonly VoiceSource[],
  run: RunContext,
): Promise<readonly SpeakingScore[]> {
  const onProgress = trackStage('listen', run);
  const { scores } = await engine.call(
    'scoreVoices',
    { voices: sources },
    { signal: run.signal, onEvent: ({ done, total }) => onProgress(done, total) },
  );
  const key = scoresKey(store.document);
  scores.forEach(({ values }, index) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    store.derived.putBytes(SCORES, `${key}-${index}`, bytes);
  });
  const intervals: (readonly Interval[])[] = scores.map((score) => score.intervals);
  store.derived.putJson(INTERVALS, key, intervals);
  return scores;
}

/** What the generator must know of whole voices; measured when it is not known. */
export async function prepareVoices(
  store: ProjectView,
  engine: EngineClient,
  heard: HeardVoices,
  run: RunContext,
): Promise<readonly VoicePreparation[]> {
  const key = scoresKey(store.document);
  const schema = z.array(preparationSchema).length(store.document.voices.length);
  const known = store.derived.getJson(PREPARATION, key, schema);
  if (known !== null) return known;
  const onProgress = trackStage('prepareVoices', run);
  const { preparations } = await engine.call(
    'prepareVoices',
    { voices: heard.sources, scores: heard.scores.map((score) => score.values) },
    { signal: run.signal, onEvent: ({ done, total }) => onProgress(done, total) },
  );
  store.derived.putJson(PREPARATION, key, preparations);
  return preparations;
}

/** All voices are scored against each other, so they share one key. */
function scoresKey(document: ProjectDocument): string {
  const hashes = document.voices.map(
    (voice) => document.media.find(({ id }) => id === voice.mediaId)?.sha256 ?? '',
  );
  return sha256Of({ voices: hashes, code: generatorFingerprint() });
}
