// The picture by which a take is known: a frame from its middle.
import { transcode } from '#main/media/ffmpeg/transcode.ts';
import { commitPart, createPart, discardPart } from '#main/media/disk/part-file.ts';

const POSTER_WIDTH = 480;

/**
 * @param chunkPath the chunk in the middle of the film; its first frame is taken
 * @throws AppError those of `transcode` and of writing files
 */
export async function writePoster(
  chunkPath: string,
  posterPath: string,
  signal: AbortSignal,
): Promise<void> {
  const partPath = await createPart(posterPath);
  try {
    await transcode({
      inputPath: chunkPath,
      outputPath: partPath,
      outputOptions: [
        ...['-map', '0:v:0', '-frames:v', '1', '-vf', `scale=${POSTER_WIDTH}:-2`],
        ...['-f', 'image2', '-update', '1', '-c:v', 'png'],
      ],
      failure: {
        code: 'poster-not-written',
        message: 'The picture of the take could not be made from its film.',
        hint: 'Render again; if it happens twice, please report this.',
      },
      finalPath: posterPath,
      signal,
    });
  } catch (error) {
    await discardPart(partPath);
    throw error;
  }
  await commitPart(partPath, posterPath);
}
