// Is there a voice track in this file, and of what shape?
import { AppError } from '#core/errors/app-error.ts';
import { displayName } from '../disk/display-name.ts';
import { probeMedia } from '../ffmpeg/probe.ts';

/** ffmpeg's pan filter names 64 channels; microphones arrays beyond 16 are no voice recording. */
const CHANNEL_LIMIT = 16;

export interface VoiceFacts {
  readonly channels: number;
  /** Hz. */
  readonly sampleRate: number;
  readonly codec: string;
  /** Announced by the container; null when it does not say. */
  readonly durationSeconds: number | null;
}

/**
 * Facts of the first sound stream; of a film with sound too.
 * @throws AppError those of `probeMedia`; `voice-without-sound`, `voice-too-many-channels`
 */
export async function probeVoice(path: string, signal?: AbortSignal): Promise<VoiceFacts> {
  const media = await probeMedia(path, 'recording', signal);
  const stream = media.audio[0];
  if (stream === undefined) {
    throw new AppError({
      category: 'bad-input',
      code: 'voice-without-sound',
      message: `The recording ${displayName(path)} has pictures but no sound.`,
      hint: 'Choose the sound file that belongs to it.',
    });
  }
  if (stream.channels > CHANNEL_LIMIT) {
    throw new AppError({
      category: 'bad-input',
      code: 'voice-too-many-channels',
      message: `The recording ${displayName(path)} has ${stream.channels} channels, more than ${CHANNEL_LIMIT}.`,
      hint: 'Export the channel that holds the voice.',
    });
  }
  return { ...stream, durationSeconds: stream.durationSeconds ?? media.durationSeconds };
}
