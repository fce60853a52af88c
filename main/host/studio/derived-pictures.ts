// Pictures that windows show, made from the project's media once and kept beside the project.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaRef, Person } from '#core/project/document.ts';
import { decodeMatte } from '#main/media/picture/decode-matte.ts';
import { decodePicture } from '#main/media/picture/decode-picture.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { writeGreyPng, writePng } from '#main/media/picture/write-png.ts';
import { cutSquare } from '#main/media/picture/cut-square.ts';
import { sha256Of } from '../fingerprint.ts';

/** Around the face, so that hair and chin are in a thumbnail. */
const THUMBNAIL_REACH = 1.5;

export class DerivedPictures {
  private readonly folder: string;
  private readonly making = new Map<string, Promise<string>>();

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, 'pictures');
  }

  /** The picture as films are drawn from it. */
  atFilmSize(path: string, media: MediaRef, [width, height]: readonly [number, number]) {
    return this.ensure({ sha256: media.sha256, width, height }, async (out) => {
      const picture = await decodePicture(path, { width, height });
      await writePng(out, picture.data, width, height);
    });
  }

  matteAtFilmSize(path: string, media: MediaRef, [width, height]: readonly [number, number]) {
    return this.ensure({ matte: media.sha256, width, height }, async (out) => {
      await writeGreyPng(out, await decodeMatte(path, width, height), width, height);
    });
  }

  /** A square around the person's face, or the whole of their portrait. */
  thumbnail(path: string, media: MediaRef, person: Person, px: number) {
    const [x, y, width, height] = person.face.box;
    const side = Math.max(width, height) * THUMBNAIL_REACH;
    const box =
      media.kind === 'portrait'
        ? null
        : ([x + width / 2 - side / 2, y + height / 2 - side / 2, side] as const);
    return this.ensure({ thumbnail: media.sha256, px, box: box && [...box] }, (out) =>
      cutSquare(path, out, box, px),
    );
  }

  /** @param write makes the file at the path that it is given */
  private async ensure(
    facts: Parameters<typeof sha256Of>[0],
    write: (path: string) => Promise<void>,
  ): Promise<string> {
    const path = join(this.folder, `${sha256Of(facts).slice(0, 40)}.png`);
    if (existsSync(path)) return path;
    const running = this.making.get(path) ?? this.make(path, write);
    this.making.set(path, running);
    return running.finally(() => this.making.delete(path));
  }

  private async make(path: string, write: (path: string) => Promise<void>): Promise<string> {
    await ensureFolder(this.folder);
    await write(path);
    return path;
  }
}
