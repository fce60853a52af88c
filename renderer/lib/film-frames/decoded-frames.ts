// Single frames of a film, decoded around the playhead.

export interface DecodedFrames {
  /** Whether a frame could be drawn now. */
  has(index: number): boolean;
  /** Draws a frame when it is there. @returns whether it was */
  draw(context: CanvasRenderingContext2D, index: number): boolean;
  /** Decodes around a frame, in the direction of play. */
  want(index: number, direction: 1 | -1): void;
  dispose(): void;
}
