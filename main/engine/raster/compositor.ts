// Draws whole frames: still background, each person's mesh, mouth and eyes. A frame is a pure
// function of the scene and the motion vectors, so frames may be drawn in any order on any thread.

import { deformPuppet } from '#core/mesh/deform-puppet.ts';
import type { Puppet, RgbPicture } from '#core/mesh/puppet.ts';
import type { PuppetPose } from '#core/mesh/puppet-pose.ts';
import { createPose } from '#core/mesh/puppet-pose.ts';
import { MOTION_SIZE } from '#core/motion/motion-vector.ts';
import { createCoverage } from './coverage.ts';
import { drawEyes } from './draw-eyes.ts';
import { drawMouth } from './draw-mouth.ts';
import type { OpeningScratch } from './fill-opening.ts';
import { drawTriangles } from './draw-triangles.ts';
import type { FrameBuffer, Rect } from './frame-buffer.ts';
import { bufferFromPicture, createFrameBuffer } from './frame-buffer.ts';
import type { CutOut } from './cut-out.ts';
import { cutOutPerson, composeOver, findBackground } from './cut-out.ts';
import { alignToChroma, convertToYuv, yuvSize } from './yuv.ts';

export interface CompositorScene {
  /** Even numbers: frames are yuv420p. */
  readonly width: number;
  readonly height: number;
  /** The picture at this size. // [H, W, 3] */
  readonly picture: Uint8Array;
  readonly puppets: readonly Puppet[];
  /** The same picture without people, when known. // [H, W, 3] */
  readonly plate?: Uint8Array;
  /** Coverage 0..255 per person; used together with `plate`. // [H, W] */
  readonly mattes?: readonly (Uint8Array | null)[];
}

export interface Compositor {
  /** @param motion // [P, 24]  @param out // [H, W, 3] */
  renderRgb(motion: Float32Array, out: Uint8Array): void;
  /** @param motion // [P, 24]  @param out yuv420p, BT.709 limited. // [H*W*3/2] */
  renderYuv(motion: Float32Array, out: Uint8Array): void;
}

interface Actor {
  readonly puppet: Puppet;
  readonly pose: PuppetPose;
  readonly cutOut: CutOut | null;
  /** What the person covers, at rest and in the latest frame; even coordinates. */
  readonly area: Rect;
}

export function createCompositor(scene: CompositorScene): Compositor {
  const { width, height } = scene;
  const picture: RgbPicture = { width, height, data: scene.picture };
  const source = bufferFromPicture(picture);
  const mattes = scene.puppets.map((_, i) => (scene.plate ? (scene.mattes?.[i] ?? null) : null));
  const background = scene.plate
    ? findBackground(source, bufferFromPicture({ width, height, data: scene.plate }), mattes)
    : source;
  const actors: Actor[] = scene.puppets.map((puppet, i) => {
    const matte = mattes[i];
    return {
      puppet,
      pose: createPose(puppet),
      cutOut: matte && cutOutPerson(source, background, matte, Math.round(puppet.torso.shoulderY)),
      area: { left: 0, top: 0, right: 0, bottom: 0 },
    };
  });
  const frame = createFrameBuffer(width, height);
  frame.pixels.set(background.pixels);
  // One person at a time is drawn here before it is laid over the frame.
  const moved = mattes.some((matte) => matte) ? createFrameBuffer(width, height) : frame;
  const scratch: OpeningScratch = {
    coverage: createCoverage(),
    hem: createFrameBuffer(width, height),
    inside: createFrameBuffer(width, height),
  };
  const stillYuv = new Uint8Array(yuvSize(width, height));
  convertToYuv(background, { left: 0, top: 0, right: width, bottom: height }, stillYuv);

  const drawPerson = ({ puppet, pose, cutOut, area }: Actor): void => {
    const mesh = { triangles: puppet.triangles, source: puppet.source, positions: pose.positions };
    const layer = cutOut ? moved : frame;
    const from = cutOut ? cutOut.person : source;
    drawTriangles(layer, from, mesh, cutOut ? 0 : puppet.firstFaceTriangle);
    drawEyes(layer, from, scratch, puppet, pose);
    drawMouth(layer, from, scratch, puppet, pose);
    if (cutOut) composeOver(frame, moved, cutOut, area);
  };

  const render = (motion: Float32Array): void => {
    restoreRows(background, frame, actors);
    actors.forEach((actor, i) => {
      const vector = motion.subarray(i * MOTION_SIZE, (i + 1) * MOTION_SIZE);
      deformPuppet(actor.puppet, vector, actor.pose);
      measureArea(actor, width, height);
      drawPerson(actor);
    });
  };

  return {
    renderRgb(motion, out) {
      render(motion);
      unpackRgb(frame, out);
    },
    renderYuv(motion, out) {
      render(motion);
      out.set(stillYuv);
      for (const { area } of actors) convertToYuv(frame, area, out);
    },
  };
}

/** Puts the background back in the rows where people were. */
function restoreRows(from: FrameBuffer, to: FrameBuffer, actors: readonly Actor[]): void {
  const top = Math.min(...actors.map(({ area }) => area.top));
  const bottom = Math.max(...actors.map(({ area }) => area.bottom));
  if (top >= bottom) return;
  to.pixels.set(from.pixels.subarray(top * from.stride, bottom * from.stride), top * to.stride);
}

/** Everything the person covers at rest or now. */
function measureArea({ puppet, pose, area }: Actor, width: number, height: number): void {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const points of [puppet.source, pose.positions]) {
    for (let i = 0; i < points.length; i += 2) {
      if (points[i] < left) left = points[i];
      if (points[i] > right) right = points[i];
      if (points[i + 1] < top) top = points[i + 1];
      if (points[i + 1] > bottom) bottom = points[i + 1];
    }
  }
  area.left = Math.max(0, Math.floor(left) - 1);
  area.top = Math.max(0, Math.floor(top) - 1);
  area.right = Math.min(width, Math.ceil(right) + 2);
  area.bottom = Math.min(height, Math.ceil(bottom) + 2);
  alignToChroma(area);
}

function unpackRgb(frame: FrameBuffer, out: Uint8Array): void {
  let o = 0;
  for (let y = 0; y < frame.height; y++) {
    for (let p = y * frame.stride; p < y * frame.stride + frame.width; p++, o += 3) {
      const pixel = frame.pixels[p];
      out[o] = pixel & 255;
      out[o + 1] = (pixel >> 8) & 255;
      out[o + 2] = (pixel >> 16) & 255;
    }
  }
}
