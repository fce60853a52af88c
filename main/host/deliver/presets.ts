// What a film can be delivered as, and the encoder settings of each.
import type { Rational } from '#core/time/ticks.ts';
import { BT709, DEFAULT_CRF, h264Arguments } from '#main/media/film/video-settings.ts';

export interface DeliveryPreset {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly extension: string;
  /** ffmpeg's name of the container. */
  readonly container: 'mp4' | 'mov' | 'wav';
  readonly encoders: readonly string[];
  /** Null: sound alone. */
  readonly video: ((rate: Rational) => readonly string[]) | null;
  readonly audio: readonly string[];
}

const AAC = ['-c:a', 'aac', '-b:a', '192k'];
const PCM = ['-c:a', 'pcm_s24le'];

export const PRESETS: readonly DeliveryPreset[] = [
  {
    id: 'h264',
    name: 'H.264',
    purpose: 'For review and the web',
    extension: 'mp4',
    container: 'mp4',
    encoders: ['libx264', 'aac'],
    video: (rate) => h264Arguments(rate, DEFAULT_CRF),
    audio: AAC,
  },
  {
    id: 'hevc',
    name: 'H.265',
    purpose: 'Half the size, slower to write',
    extension: 'mp4',
    container: 'mp4',
    encoders: ['libx265', 'aac'],
    // One frame thread: with more, the bytes depend on the machine.
    video: () => [
      ...['-c:v', 'libx265', '-preset', 'medium', '-crf', '20', '-pix_fmt', 'yuv420p'],
      ...['-x265-params', 'frame-threads=1:log-level=error', '-tag:v', 'hvc1', ...BT709],
    ],
    audio: AAC,
  },
  {
    id: 'prores-422-hq',
    name: 'ProRes 422 HQ',
    purpose: 'For the edit suite',
    extension: 'mov',
    container: 'mov',
    encoders: ['prores_ks', 'pcm_s24le'],
    video: () => [
      ...['-c:v', 'prores_ks', '-profile:v', '3', '-vendor', 'apl0'],
      ...['-pix_fmt', 'yuv422p10le', ...BT709],
    ],
    audio: PCM,
  },
  {
    id: 'dnxhr-hq',
    name: 'DNxHR HQ',
    purpose: 'For Avid',
    extension: 'mov',
    container: 'mov',
    encoders: ['dnxhd', 'pcm_s24le'],
    video: () => ['-c:v', 'dnxhd', '-profile:v', 'dnxhr_hq', '-pix_fmt', 'yuv422p', ...BT709],
    audio: PCM,
  },
  {
    id: 'wav-mix',
    name: 'Sound mix',
    purpose: 'All voices in stereo, 24 bit',
    extension: 'wav',
    container: 'wav',
    encoders: ['pcm_s24le'],
    video: null,
    audio: PCM,
  },
];
