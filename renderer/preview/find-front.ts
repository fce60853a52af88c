// What stands in front of a person: a microphone, a table, a mug. Same answer as the film's.

/** From this coverage a pixel belongs to the person. */
const COVERED = 128;

/**
 * Gaps of the matte below the shoulders that hang together with the place where the person ends
 * at the bottom. A gap between arm and body does not, and stays background.
 * @param matte coverage 0..255. // [H, W]
 * @returns 1 where something stands in front. // [H, W]
 */
export function findFront(
  matte: Uint8Array,
  width: number,
  height: number,
  shoulderY: number,
): Uint8Array {
  const isGap = new Uint8Array(matte.length);
  const isFront = new Uint8Array(matte.length);
  const frontier: number[] = [];
  const visit = (at: number): void => {
    if (isGap[at] !== 1 || isFront[at] === 1) return;
    isFront[at] = 1;
    frontier.push(at);
  };
  for (let x = 0; x < width; x++) {
    let isUnderPerson = false;
    for (let at = x; at < matte.length; at += width) {
      if (matte[at] >= COVERED) isUnderPerson = true;
      if (isUnderPerson && matte[at] < 255 && at >= shoulderY * width) isGap[at] = 1;
    }
  }
  for (let x = 0; x < width; x++) {
    for (let at = (height - 1) * width + x; at >= 0 && matte[at] < COVERED; at -= width) visit(at);
  }
  for (let at = frontier.pop(); at !== undefined; at = frontier.pop()) {
    visit(at - 1);
    visit(at + 1);
    visit(at - width);
    visit(at + width);
  }
  return isFront;
}
