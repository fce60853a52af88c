// Frames of a film that are there by now, whichever chunk they belong to.

export class FilmTally {
  private readonly framesOfChunk = new Map<string, number>();
  private frames = 0;

  get done(): number {
    return this.frames;
  }

  /** Frames of one chunk that are there now. Returns how many that is more than before. */
  count(key: string, frames: number): number {
    const more = frames - (this.framesOfChunk.get(key) ?? 0);
    this.framesOfChunk.set(key, frames);
    this.frames += more;
    return more;
  }

  framesOf(key: string): number {
    return this.framesOfChunk.get(key) ?? 0;
  }
}
