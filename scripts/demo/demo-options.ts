// What `npm run demo` is asked to film: the sample interview, or anyone's picture and recordings.

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  readonly title: string;
  readonly image: string;
  readonly voices: readonly string[];
  readonly plate: string | null;
  readonly mattes: readonly string[];
  readonly names: readonly string[];
  /** `WxH` or null for the picture's own. */
  readonly size: string | null;
  readonly seed: string | null;
  readonly folder: string;
}

export class DemoUsageError extends Error {}

export const DEMO_USAGE =
  'npm run demo -- --image PICTURE --voice FIRST [--voice SECOND ...] [--out FOLDER] [--name N ...] [--size WxH] [--seed n] [--plate P] [--matte M ...]';

/**
 * Absolute paths from the command line; relative ones start in `cwd`.
 * @throws DemoUsageError one sentence
 */
export function parseDemoOptions(args: readonly string[], cwd: string, root: string): DemoOptions {
  const values = parseValues(args);
  const { image, voice: voices = [], name: names = [], matte: mattes = [] } = values;
  const inCwd = (path: string): string => resolve(cwd, path);
  const isSample = image === undefined && voices.length === 0;
  const shared = {
    names,
    size: values.size ?? null,
    seed: values.seed ?? null,
    folder:
      values.out === undefined ? join(root, 'out', isSample ? 'demo' : 'own') : inCwd(values.out),
  };
  if (isSample) return { ...sampleInterview(join(root, 'resources', 'sample')), ...shared };
  if (image === undefined) throw new DemoUsageError('--voice needs a picture: add --image.');
  if (voices.length === 0)
    throw new DemoUsageError('--image needs recordings: add one --voice per speaker.');
  return {
    ...shared,
    title: image.split(/[\\/]/).at(-1) ?? image,
    image: inCwd(image),
    voices: voices.map(inCwd),
    plate: values.plate === undefined ? null : inCwd(values.plate),
    mattes: mattes.map(inCwd),
  };
}

function sampleInterview(folder: string) {
  return {
    title: 'The sample interview',
    image: join(folder, 'interview2.png'),
    voices: ['a', 'b'].map((person) => join(folder, `interview2-voice-${person}.flac`)),
    plate: join(folder, 'interview2_plate.png'),
    mattes: [0, 1].map((person) => join(folder, `interview2_matte${person}.png`)),
  };
}

function parseValues(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        image: { type: 'string' },
        voice: { type: 'string', multiple: true },
        name: { type: 'string', multiple: true },
        matte: { type: 'string', multiple: true },
        plate: { type: 'string' },
        size: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new DemoUsageError(error instanceof Error ? error.message.split('. ')[0] : String(error));
  }
}
