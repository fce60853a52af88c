import { beforeAll, describe, expect, it } from 'vitest';
import { MOTION_PARAMETERS } from '#core/motion/motion-vector.ts';
import type { MOTION } from '#core/motion/motion-vector.ts';
import type { SampleScene } from '../../../test/fixtures/sample-scene.ts';
import { loadSampleScene, motionFor } from '../../../test/fixtures/sample-scene.ts';
import type { Compositor } from './compositor.ts';
import { createCompositor } from './compositor.ts';

type Values = Partial<Record<keyof typeof MOTION, number>>;

interface Stage {
  readonly scene: SampleScene;
  readonly compositor: Compositor;
}

const WIDTH = 480;
const HEIGHT = 270;
let still: Stage;
let lifted: Stage;

async function openStage(hasPlate: boolean): Promise<Stage> {
  const scene = await loadSampleScene(WIDTH, hasPlate);
  const compositor = createCompositor({
    width: WIDTH,
    height: HEIGHT,
    picture: scene.picture.data,
    puppets: scene.puppets,
    ...(scene.plate && scene.mattes ? { plate: scene.plate.data, mattes: scene.mattes } : {}),
  });
  return { scene, compositor };
}

beforeAll(async () => {
  still = await openStage(false);
  lifted = await openStage(true);
});

function render({ scene, compositor }: Stage, values: Values): Uint8Array {
  const motion = Float32Array.from(scene.faces.flatMap((face) => [...motionFor(face, values)]));
  const out = new Uint8Array(WIDTH * HEIGHT * 3);
  compositor.renderRgb(motion, out);
  return out;
}

function psnr(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return 10 * Math.log10((255 * 255) / (sum / a.length + 1e-12));
}

/** Sum of absolute differences inside a box around a landmark of the first face, in E. */
function changeAround(
  a: Uint8Array,
  b: Uint8Array,
  stage: Stage,
  landmark: number,
  reach: number,
): number {
  const { landmarks } = stage.scene.faces[0];
  const radius = Math.max(2, Math.round(reach * stage.scene.puppets[0].head.unitPx));
  const cx = Math.round(landmarks[3 * landmark]);
  const cy = Math.round(landmarks[3 * landmark + 1]);
  let sum = 0;
  for (let y = cy - radius; y <= cy + radius; y++) {
    for (let i = 3 * (y * WIDTH + cx - radius); i < 3 * (y * WIDTH + cx + radius + 1); i++) {
      sum += Math.abs(a[i] - b[i]);
    }
  }
  return sum;
}

describe('createCompositor', () => {
  it('gives the picture back without motion', () => {
    expect(psnr(render(still, {}), still.scene.picture.data)).toBeGreaterThan(60);
    expect(psnr(render(lifted, {}), lifted.scene.picture.data)).toBeGreaterThan(45);
  });

  const places: Record<keyof typeof MOTION, number> = {
    gap: 14,
    width: 308,
    round: 308,
    close: 13,
    labiodental: 14,
    tongue: 14,
    jaw: 152,
    smile: 308,
    asymmetry: 308,
    blinkL: 159,
    blinkR: 386,
    browInner: 107,
    browOuter: 70,
    squint: 145,
    gazeX: 468,
    gazeY: 473,
    pitch: 1,
    yaw: 1,
    roll: 10,
    tx: 1,
    ty: 1,
    scale: 10,
    lean: 1,
    breath: 1,
  };
  it.each(MOTION_PARAMETERS.map((p) => [p.name, p.max] as const))(
    '%s acts where it should',
    (name, max) => {
      const base: Values = name === 'tongue' || name === 'labiodental' ? { gap: 0.15 } : {};
      const rest = render(still, base);
      const changed = render(still, { ...base, [name]: max });
      expect(changeAround(rest, changed, still, places[name], 0.12)).toBeGreaterThan(60);
      const corner = rest.subarray(0, 3 * 20);
      expect(changed.subarray(0, 3 * 20)).toEqual(corner);
    },
  );

  it('does not change the mouth by a blink, nor an eye by the mouth', () => {
    const rest = render(still, {});
    expect(changeAround(rest, render(still, { blinkL: 1, blinkR: 1 }), still, 14, 0.2)).toBe(0);
    expect(changeAround(rest, render(still, { gap: 0.2 }), still, 159, 0.1)).toBe(0);
  });

  it('shows darkness between opened lips', () => {
    const luma = (rgb: Uint8Array): number => {
      const { landmarks } = still.scene.faces[1];
      const unitPx = still.scene.puppets[1].head.unitPx;
      const x = Math.round(landmarks[3 * 14]);
      const y = Math.round(landmarks[3 * 14 + 1] + 0.07 * unitPx);
      const o = 3 * (y * WIDTH + x);
      return rgb[o] + rgb[o + 1] + rgb[o + 2];
    };
    expect(luma(render(still, { gap: 0.25 }))).toBeLessThan(0.5 * luma(render(still, {})));
  });

  it('keeps the background behind a moving head when there is a plate', () => {
    const rest = render(lifted, {});
    const moved = render(lifted, { tx: 0.25, roll: 0.2 });
    const { mattes } = lifted.scene;
    if (!mattes) throw new Error('The scene has mattes.');
    const { puppets } = lifted.scene;
    const reach = Math.ceil(0.9 * puppets[0].head.unitPx);
    let compared = 0;
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const isFar = [-reach, 0, reach].every((d) =>
          mattes.every((m) =>
            [-reach, 0, reach].every(
              (e) =>
                (m[
                  Math.min(HEIGHT - 1, Math.max(0, y + e)) * WIDTH +
                    Math.min(WIDTH - 1, Math.max(0, x + d))
                ] ?? 0) === 0,
            ),
          ),
        );
        if (!isFar) continue;
        compared++;
        const o = 3 * (y * WIDTH + x);
        expect(Math.abs(moved[o] - rest[o])).toBeLessThanOrEqual(1);
      }
    }
    expect(compared).toBeGreaterThan(5000);
  });

  it('draws a frame the same whatever was drawn before', () => {
    for (const stage of [still, lifted]) {
      const first = render(stage, { gap: 0.2, yaw: 0.2, blinkL: 1 });
      render(stage, { gap: 0, pitch: -0.3, tx: -0.3, lean: 0.1 });
      expect(render(stage, { gap: 0.2, yaw: 0.2, blinkL: 1 })).toEqual(first);
    }
  });

  it('converts what it draws to yuv420p', () => {
    const { scene, compositor } = still;
    const motion = Float32Array.from(
      scene.faces.flatMap((face) => [...motionFor(face, { gap: 0.2, yaw: 0.1 })]),
    );
    const yuv = new Uint8Array((WIDTH * HEIGHT * 3) / 2);
    compositor.renderYuv(motion, yuv);
    const rgb = render(still, { gap: 0.2, yaw: 0.1 });
    for (let i = 0; i < WIDTH * HEIGHT; i += 7) {
      const [r, g, b] = rgb.subarray(3 * i, 3 * i + 3);
      const y = 16 + (219 * (0.2126 * r + 0.7152 * g + 0.0722 * b)) / 255;
      expect(Math.abs(yuv[i] - y)).toBeLessThan(1);
    }
  });
});
