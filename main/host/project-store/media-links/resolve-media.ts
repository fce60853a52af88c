// Finds the media files of a project: relative path first, then absolute path, then it is missing.
import { stat } from 'node:fs/promises';
import { AppError } from '#core/errors/app-error.ts';
import type { MediaRef, ProjectDocument } from '#core/project/document.ts';
import type { MediaId } from '#core/project/ids.ts';
import { hashFile } from './hash-file.ts';
import { mediaCandidates } from './media-paths.ts';

export interface MissingMedia {
  readonly media: MediaRef;
  /** `changed`: a file lies there, but it has another content. */
  readonly reason: 'missing' | 'changed';
}

export interface ResolvedMedia {
  /** Absolute path of every file that was found. */
  readonly paths: ReadonlyMap<MediaId, string>;
  readonly missing: readonly MissingMedia[];
}

export type MediaCheck = 'size' | 'hash';

type Verdict = 'same' | 'changed' | 'missing';

async function judge(path: string, media: MediaRef, check: MediaCheck): Promise<Verdict> {
  const facts = await stat(path).catch(() => null); // Not there or not readable: missing.
  if (facts?.isFile() !== true) return 'missing';
  if (facts.size !== media.bytes) return 'changed';
  if (check === 'size') return 'same';
  return (await hashFile(path)).sha256 === media.sha256 ? 'same' : 'changed';
}

async function find(
  projectPath: string,
  media: MediaRef,
  check: MediaCheck,
): Promise<string | MissingMedia> {
  let reason: MissingMedia['reason'] = 'missing';
  for (const path of mediaCandidates(projectPath, media)) {
    const verdict = await judge(path, media, check);
    if (verdict === 'same') return path;
    if (verdict === 'changed') reason = 'changed';
  }
  return { media, reason };
}

/**
 * Where the media of a project lie now. `size` compares sizes (fast), `hash` reads every file.
 * Files are only looked at, never written.
 */
export async function resolveMedia(
  document: ProjectDocument,
  projectPath: string,
  check: MediaCheck = 'size',
): Promise<ResolvedMedia> {
  const paths = new Map<MediaId, string>();
  const missing: MissingMedia[] = [];
  for (const media of document.media) {
    const found = await find(projectPath, media, check);
    if (typeof found === 'string') paths.set(media.id, found);
    else missing.push(found);
  }
  return { paths, missing };
}

/** One sentence for media that must be there. Throws AppError `media-missing`. */
export function requireAllMedia(resolved: ResolvedMedia): void {
  const [first, ...others] = resolved.missing;
  if (first === undefined) return;
  const what = first.reason === 'missing' ? 'is missing' : 'has another content than before';
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  throw new AppError({
    category: 'bad-input',
    code: 'media-missing',
    message: `The ${first.media.kind} "${first.media.absolutePath}" ${what}${more}.`,
    hint: 'Put the file back, or run "parley relink" with the folder that holds it.',
  });
}
