import { PcmReader } from '#main/media/audio/pcm-reader.ts';
import type { VoiceSource } from '../protocol/methods.ts';

/** Opens ingested voices for the time of `use`. */
export async function withVoices<T>(
  voices: readonly VoiceSource[],
  use: (readers: readonly PcmReader[]) => Promise<T>,
): Promise<T> {
  const readers: PcmReader[] = [];
  try {
    for (const voice of voices) readers.push(PcmReader.open(voice.pcmPath));
    return await use(readers);
  } finally {
    for (const reader of readers) reader.close();
  }
}
