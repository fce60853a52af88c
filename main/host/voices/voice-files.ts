// The voices of a project as the engine reads them: 16 kHz samples beside the project, by content.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';
import type { VoiceSource } from '#main/engine/protocol/methods.ts';
import { ingestVoice, type IngestedVoice } from '#main/media/audio/ingest-voice.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { VOICE_RATE } from '#main/media/audio/pcm-reader.ts';

const BYTES_PER_SAMPLE = 2;

/** Where the waveform peaks of a project's voices lie, by content hash. */
export function peaksFolder(dataFolder: string): string {
  return join(dataFolder, 'peaks');
}

function pcmPathOf(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'voices', `${sha256}.pcm`);
}

/** Decodes a recording into the project's data folder. Throws what `ingestVoice` throws. */
export async function importVoice(
  dataFolder: string,
  path: string,
  sha256: string,
  signal: AbortSignal,
): Promise<IngestedVoice> {
  await ensureFolder(join(dataFolder, 'voices'));
  return ingestVoice(path, pcmPathOf(dataFolder, sha256), signal);
}

/** The decoded voice, made again from `path` when the data folder has lost it. */
export async function openVoice(
  dataFolder: string,
  voice: { readonly path: string; readonly sha256: string; readonly durationTicks: number },
  signal: AbortSignal,
): Promise<VoiceSource> {
  const pcmPath = pcmPathOf(dataFolder, voice.sha256);
  const samples = Math.round((voice.durationTicks * VOICE_RATE) / TICKS_PER_SECOND);
  const bytes = await stat(pcmPath).then(
    (found) => found.size,
    () => 0,
  );
  if (bytes === samples * BYTES_PER_SAMPLE) return { pcmPath, samples };
  const imported = await importVoice(dataFolder, voice.path, voice.sha256, signal);
  return { pcmPath, samples: imported.samples };
}
