// The puppet in one frame: what a back end needs to draw. Buffers are reused from frame to frame.

import type { Opening } from './opening.ts';
import { createOpening } from './opening.ts';
import type { Puppet, TexturedSheet } from './puppet.ts';

/** A textured sheet in place. */
export interface SheetPose {
  /** Picture pixels, same order as the sheet's points. // [rows*columns, 2] */
  readonly positions: Float32Array;
  opacity: number;
}

export interface EyePose {
  readonly opening: Opening;
  lashOpacity: number;
  /** Affine map from the frame to the picture for the head-fixed eyeball: x rows, then y. // [6] */
  readonly toSource: Float64Array;
  /** Iris shift in source pixels. */
  gazeXPx: number;
  gazeYPx: number;
  /** Shade by the lids, 0 open to 1 shut. */
  blink: number;
  /** 0: the picture's own eye stands; 1: the layers of the eye replace it. */
  opacity: number;
}

export interface MouthPose {
  readonly opening: Opening;
  /** 0: the picture's own mouth stands; 1: the rebuilt interior replaces it. */
  opacity: number;
  /** Dark line between closed lips. */
  seamOpacity: number;
  readonly upperTeeth: SheetPose;
  readonly lowerTeeth: SheetPose;
  readonly sourceInterior: SheetPose | null;
  /** Tongue surface, row 0 at the back. // [TONGUE_ROWS*TONGUE_COLUMNS, 2] px */
  readonly tongue: Float32Array;
  tongueOpacity: number;
}

export interface PuppetPose {
  /** // [V, 2] px */
  readonly positions: Float32Array;
  /** Head-frame coordinates after expression, before head motion. // [V, 3] E */
  readonly local: Float32Array;
  readonly eyes: readonly [EyePose, EyePose];
  readonly mouth: MouthPose;
}

export const TONGUE_COLUMNS = 9;
export const TONGUE_ROWS = 4;

function createSheet(sheet: TexturedSheet): SheetPose {
  return { positions: new Float32Array(sheet.rows * sheet.columns * 2), opacity: 0 };
}

function createEye(): EyePose {
  return {
    opening: createOpening(9),
    lashOpacity: 0,
    toSource: new Float64Array(6),
    gazeXPx: 0,
    gazeYPx: 0,
    blink: 0,
    opacity: 0,
  };
}

export function createPose(puppet: Puppet): PuppetPose {
  const { mouth } = puppet;
  return {
    positions: new Float32Array(puppet.source.length),
    local: new Float32Array(puppet.local.length),
    eyes: [createEye(), createEye()],
    mouth: {
      opening: createOpening(11),
      opacity: 0,
      seamOpacity: 0,
      upperTeeth: createSheet(mouth.upperTeeth),
      lowerTeeth: createSheet(mouth.lowerTeeth),
      sourceInterior: mouth.sourceInterior && createSheet(mouth.sourceInterior),
      tongue: new Float32Array(TONGUE_COLUMNS * TONGUE_ROWS * 2),
      tongueOpacity: 0,
    },
  };
}
