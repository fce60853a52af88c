import type { RgbPicture } from '#main/media/picture/decode-picture.ts';

/** Every this many pixels in both directions is enough to see a jump of the picture. */
const GRID_PX = 4;

/** Mean absolute difference of green, 0..255, between consecutive frames on a coarse grid. */
export class PictureChangeMeter {
  private last: Uint8Array | null = null;

  /** NaN for the first frame and after a change of size. */
  next(frame: RgbPicture): number {
    const columns = Math.ceil(frame.width / GRID_PX);
    const now = new Uint8Array(columns * Math.ceil(frame.height / GRID_PX));
    for (let i = 0; i < now.length; i++) {
      const x = (i % columns) * GRID_PX;
      const y = Math.floor(i / columns) * GRID_PX;
      now[i] = frame.data[(y * frame.width + x) * 3 + 1];
    }
    const before = this.last;
    this.last = now;
    if (before?.length !== now.length) return NaN;
    let sum = 0;
    for (let i = 0; i < now.length; i++) sum += Math.abs(now[i] - before[i]);
    return sum / now.length;
  }
}
