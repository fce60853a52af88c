// Finds what stands in front of a person: microphone, table, mug.

/**
 * Uncovered pixels below the shoulders with the person above them, connected to where the person
 * ends at the bottom. A gap between arm and body is not connected to that and stays background.
 * @param matte coverage 0..255. // [H, W]
 * @returns 1 where something stands in front. // [H, W]
 */
export function findFront(
  matte: Uint8Array,
  width: number,
  height: number,
  shoulderY: number,
): Uint8Array {
  const isCandidate = new Uint8Array(width * height);
  const isFront = new Uint8Array(width * height);
  const queue: number[] = [];
  for (let x = 0; x < width; x++) {
    let hasPersonAbove = false;
    for (let y = 0; y < height; y++) {
      const coverage = matte[y * width + x];
      if (coverage > 127) hasPersonAbove = true;
      if (hasPersonAbove && coverage < 255 && y >= shoulderY) isCandidate[y * width + x] = 1;
    }
    for (let y = height - 1; y >= 0 && matte[y * width + x] < 128; y--) {
      if (isCandidate[y * width + x] === 1) queue.push(y * width + x);
    }
  }
  for (const seed of queue) isFront[seed] = 1;
  while (queue.length > 0) {
    const at = queue.pop() ?? 0;
    for (const next of [at - 1, at + 1, at - width, at + width]) {
      if (isCandidate[next] !== 1 || isFront[next] === 1) continue;
      isFront[next] = 1;
      queue.push(next);
    }
  }
  return isFront;
}
