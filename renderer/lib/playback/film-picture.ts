// Who draws the film. The monitor sets itself here; the player asks it for every frame.

export interface FilmPicture {
  /** From `show` until the frame stands, usually. */
  readonly lagSeconds: number;
  /** @returns whether this very frame is on screen now, or will be after that lag */
  show(frame: number): boolean;
  /** The film will go on from here; what is needed may be fetched. */
  prepare(frame: number, rate: number): void;
}

let picture: FilmPicture | null = null;

/** @returns takes the picture away again */
export function setFilmPicture(next: FilmPicture): () => void {
  picture = next;
  return () => {
    if (picture === next) picture = null;
  };
}

export function theFilmPicture(): FilmPicture | null {
  return picture;
}
