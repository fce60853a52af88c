// What a media file holds, from ffprobe's JSON.
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import type { Rational } from '#core/time/ticks.ts';
import { displayName } from '../disk/display-name.ts';
import { checkInputFile } from '../disk/input-file.ts';
import type { InputNoun } from '../disk/input-file.ts';
import { fileAddress } from './file-address.ts';
import { GUARDED_INPUT } from './formats.ts';
import { runTool } from './run.ts';

const TIME_LIMIT_SECONDS = 30;
/** Of 100. Random bytes reach 1 as MP3, which resynchronises on anything; real files reach 25 or more. */
const LOWEST_PROBE_SCORE = 10;

const seconds = z.coerce.number().nonnegative().optional();
const fraction = z.string().regex(/^\d+\/\d+$/);

const streamSchema = z.object({
  index: z.int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  duration: seconds,
  width: z.int().optional(),
  height: z.int().optional(),
  avg_frame_rate: fraction.optional(),
  r_frame_rate: fraction.optional(),
  nb_frames: z.coerce.number().optional(),
  pix_fmt: z.string().optional(),
  color_space: z.string().optional(),
  color_range: z.string().optional(),
  sample_rate: z.coerce.number().optional(),
  channels: z.int().optional(),
  channel_layout: z.string().optional(),
  disposition: z.object({ attached_pic: z.int() }).partial().optional(),
});

const reportSchema = z.object({
  streams: z.array(streamSchema).default([]),
  format: z.object({
    format_name: z.string(),
    duration: seconds,
    probe_score: z.number().min(LOWEST_PROBE_SCORE),
    tags: z.record(z.string(), z.string()).optional(),
  }),
});

export interface AudioStream {
  readonly channels: number;
  readonly sampleRate: number;
  readonly codec: string;
  /** Announced by the container; null when it does not say. */
  readonly durationSeconds: number | null;
}

export interface VideoStream {
  readonly width: number;
  readonly height: number;
  readonly codec: string;
  readonly pixelFormat: string;
  readonly colorSpace: string | null;
  readonly colorRange: string | null;
  /** Null when the container does not say. */
  readonly rate: Rational | null;
  /** Announced by the container; null when it does not say. */
  readonly frames: number | null;
  readonly durationSeconds: number | null;
}

export interface MediaFacts {
  /** ffmpeg's names of the container, comma separated. */
  readonly container: string;
  readonly durationSeconds: number | null;
  readonly audio: readonly AudioStream[];
  /** Cover pictures are left out. */
  readonly video: readonly VideoStream[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Probes a sound or film file from the user.
 * @throws AppError those of `checkInputFile`, `media-unreadable` when it is no media of a container we
 * allow, `media-timeout`
 */
export async function probeMedia(
  path: string,
  noun: InputNoun,
  signal?: AbortSignal,
): Promise<MediaFacts> {
  await checkInputFile(path, noun);
  const failure = {
    code: 'media-unreadable',
    message: `The ${noun} ${displayName(path)} is damaged or holds no sound or film that Parley can read.`,
    hint: 'Open it in a player to check it, or save it as WAV or MP4.',
  };
  const shown = ['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams'];
  const printed = await runTool({
    tool: 'ffprobe',
    args: [...shown, ...GUARDED_INPUT, '-i', fileAddress(path)],
    failure,
    timeLimitSeconds: TIME_LIMIT_SECONDS,
    signal,
  });
  const parsed = reportSchema.safeParse(parseJson(printed.toString('utf8')));
  if (!parsed.success) {
    throw new AppError({ category: 'bad-input', ...failure, cause: parsed.error });
  }
  return toFacts(parsed.data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses it with the same sentence as any other unreadable report.
    return null;
  }
}

function toFacts(report: z.infer<typeof reportSchema>): MediaFacts {
  const audio: AudioStream[] = [];
  const video: VideoStream[] = [];
  for (const stream of report.streams) {
    const codec = stream.codec_name ?? 'unknown';
    const durationSeconds = stream.duration ?? null;
    if (stream.codec_type === 'audio' && stream.channels && stream.sample_rate) {
      audio.push({
        channels: stream.channels,
        sampleRate: stream.sample_rate,
        codec,
        durationSeconds,
      });
    }
    const isCover = stream.disposition?.attached_pic === 1;
    if (stream.codec_type === 'video' && !isCover && stream.width && stream.height) {
      video.push({
        width: stream.width,
        height: stream.height,
        codec,
        pixelFormat: stream.pix_fmt ?? 'unknown',
        colorSpace: stream.color_space ?? null,
        colorRange: stream.color_range ?? null,
        rate: toRational(stream.avg_frame_rate) ?? toRational(stream.r_frame_rate),
        frames: stream.nb_frames ?? null,
        durationSeconds,
      });
    }
  }
  return {
    container: report.format.format_name,
    durationSeconds: report.format.duration ?? null,
    audio,
    video,
    tags: report.format.tags ?? {},
  };
}

function toRational(text: string | undefined): Rational | null {
  const [num, den] = (text ?? '0/0').split('/').map(Number);
  return num > 0 && den > 0 ? { num, den } : null;
}
