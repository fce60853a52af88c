// What ffprobe says of a delivered film.
import { execFileSync } from 'node:child_process';
import { findTools } from '#main/media/ffmpeg/find.ts';

export interface StreamFacts {
  readonly codec: string;
  /** Decoded, not as the file says. */
  readonly frames: number;
  readonly seconds: number;
}

/** Streams in the order of the file. */
export async function streamsOf(path: string): Promise<StreamFacts[]> {
  const { ffprobe } = await findTools();
  const printed = execFileSync(ffprobe.path, [
    ...['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', path],
  ]);
  const { streams } = JSON.parse(printed.toString()) as {
    streams: { codec_name: string; nb_read_frames: string; duration: string }[];
  };
  return streams.map(({ codec_name, nb_read_frames, duration }) => ({
    codec: codec_name,
    frames: Number(nb_read_frames),
    seconds: Number(duration),
  }));
}
