/** A decoded picture: rows from the top, three bytes per pixel. `data` is // [H, W, 3] */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
