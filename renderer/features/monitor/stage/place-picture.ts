// Where the picture lies on the stage: fitted and centred, or enlarged and moved.

export interface StageSize {
  readonly width: number;
  readonly height: number;
}

export interface StageView {
  /** CSS pixels per pixel of the film; null: fit. */
  readonly zoom: number | null;
  /** The middle of the picture from the middle of the stage, in CSS pixels. */
  readonly panX: number;
  readonly panY: number;
}

export interface PicturePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** CSS pixels per pixel of the film. */
  readonly scale: number;
}

const SIDE_MARGIN_PX = 12;
const END_MARGIN_PX = 8;
const LEAST_ZOOM = 0.1;
const MOST_ZOOM = 8;
/** So much of the picture stays on the stage. */
const KEPT_PX = 48;

export const FIT: StageView = { zoom: null, panX: 0, panY: 0 };

export function fitZoom(stage: StageSize, film: StageSize): number {
  const across = (stage.width - 2 * SIDE_MARGIN_PX) / film.width;
  const down = (stage.height - 2 * END_MARGIN_PX) / film.height;
  return Math.max(LEAST_ZOOM, Math.min(across, down));
}

export function placePicture(stage: StageSize, film: StageSize, view: StageView): PicturePlace {
  const scale = view.zoom ?? fitZoom(stage, film);
  const [width, height] = [film.width * scale, film.height * scale];
  const { panX, panY } = limitPan(stage, { width, height }, view);
  return {
    // Whole pixels, so that the frame is drawn as sharp as it is.
    left: Math.round((stage.width - width) / 2 + panX),
    top: Math.round((stage.height - height) / 2 + panY),
    width,
    height,
    scale,
  };
}

function limitPan(stage: StageSize, picture: StageSize, view: StageView): StageView {
  if (view.zoom === null) return view;
  const reach = (side: number, whole: number): number => Math.max(0, (side + whole) / 2 - KEPT_PX);
  const limit = (value: number, most: number): number => Math.min(most, Math.max(-most, value));
  return {
    zoom: view.zoom,
    panX: limit(view.panX, reach(picture.width, stage.width)),
    panY: limit(view.panY, reach(picture.height, stage.height)),
  };
}

/** Enlarges by a factor; the point of the picture under (x, y) of the stage stays there. */
export function zoomAt(
  stage: StageSize,
  film: StageSize,
  view: StageView,
  change: { readonly factor: number; readonly x: number; readonly y: number },
): StageView {
  const before = view.zoom ?? fitZoom(stage, film);
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, before * change.factor));
  const away = { x: change.x - stage.width / 2, y: change.y - stage.height / 2 };
  const grown = zoom / before;
  const next = {
    zoom,
    panX: away.x - (away.x - view.panX) * grown,
    panY: away.y - (away.y - view.panY) * grown,
  };
  const size = { width: film.width * zoom, height: film.height * zoom };
  return limitPan(stage, size, next);
}

/** So much of the stage a box fills that is zoomed to. */
const BOX_SHARE = 0.86;

/**
 * Brings a box of the film near, in the middle of the stage.
 * @param box x, y, width, height in pixels of the film
 * @returns null where the box is as large when the picture is fitted
 */
export function zoomToBox(
  stage: StageSize,
  film: StageSize,
  box: readonly number[],
): StageView | null {
  const [x, y, width, height] = box;
  const wanted = BOX_SHARE * Math.min(stage.width / width, stage.height / height);
  const zoom = Math.min(MOST_ZOOM, wanted);
  if (!(zoom > fitZoom(stage, film))) return null;
  const view = {
    zoom,
    panX: (film.width / 2 - x - width / 2) * zoom,
    panY: (film.height / 2 - y - height / 2) * zoom,
  };
  return limitPan(stage, { width: film.width * zoom, height: film.height * zoom }, view);
}
