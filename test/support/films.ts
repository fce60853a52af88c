import { frameHashes } from './frame-hashes.ts';

/** One hash per decoded frame, in order. */
export async function pictureHashes(path: string): Promise<string[]> {
  return (await frameHashes(path)).map(({ md5 }) => md5);
}
