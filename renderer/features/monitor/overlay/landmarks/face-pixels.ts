// The pixels of the picture around one face, for what is read from them after a drag.
import type { RgbPicture } from '#core/mesh/puppet.ts';
import { boundingBox } from '#core/people/bounding-box.ts';
import type { MediaId } from '#core/project/ids.ts';
import { theHost } from '../../../../host/the-host.ts';
import { projectStore } from '../../../../state/project-store.ts';

const MARGIN_PX = 4;

export interface FacePixels {
  readonly picture: RgbPicture;
  /** Of the cut's upper left corner in the picture. */
  readonly left: number;
  readonly top: number;
}

/** The picture decoded last; a session of dragging asks for it again and again. */
let decoded: { readonly pictureId: MediaId; readonly bitmap: Promise<ImageBitmap> } | null = null;

async function decode(session: string, pictureId: MediaId): Promise<ImageBitmap> {
  const host = theHost();
  const input = { session, item: { kind: 'media' as const, mediaId: pictureId } };
  const { url } = await host.call('media.link', input);
  const answer = await fetch(host.addressOf(url));
  if (!answer.ok) throw new Error(`The picture answers ${answer.status}.`);
  return createImageBitmap(await answer.blob());
}

/** Lets the decoded picture go. */
export function forgetPicture(): void {
  void decoded?.bitmap.then(
    (bitmap) => bitmap.close(),
    () => undefined,
  );
  decoded = null;
}

/** @param landmarks of the face, in pixels of the picture */
export async function readFacePixels(landmarks: readonly number[]): Promise<FacePixels> {
  const { opened, shown } = projectStore.getState();
  const pictureId = shown.scene?.pictureId;
  if (opened === null || pictureId === undefined) throw new Error('There is no picture.');
  if (decoded?.pictureId !== pictureId) {
    forgetPicture();
    decoded = { pictureId, bitmap: decode(opened.session, pictureId) };
  }
  const [x, y, width, height] = boundingBox(landmarks);
  const [left, top] = [Math.floor(x) - MARGIN_PX, Math.floor(y) - MARGIN_PX];
  const canvas = new OffscreenCanvas(
    Math.ceil(width) + 2 * MARGIN_PX,
    Math.ceil(height) + 2 * MARGIN_PX,
  );
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('No 2D canvas.');
  pen.drawImage(await decoded.bitmap, -left, -top);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let i = 0; i < data.length / 4; i++) rgb.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
  return { picture: { width: canvas.width, height: canvas.height, data: rgb }, left, top };
}
