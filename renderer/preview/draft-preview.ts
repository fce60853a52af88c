// The live draft preview: the film's frames in a canvas, drawn by the graphics card.

import { AppError } from '#core/errors/app-error.ts';
import { MOTION_SIZE } from '#core/motion/motion-vector.ts';
import { FramePainter } from './frame-painter.ts';
import type { PreviewScene } from './preview-scene.ts';
import { layerScene } from './scene-layers.ts';

export interface DraftPreview {
  /** Whether the processor stands in for a graphics card. */
  readonly isSoftware: boolean;
  /** Shows one frame. While the context is lost it is kept and shown later. // [P, 24] */
  draw(motion: Float32Array): void;
  /** The next frame has `scale` pixels for each of the film, a side; 0 < scale <= 1. */
  setScale(scale: number): void;
  /** The latest frame at the scale it was drawn, rows from the top. // [H, W, 4] */
  readPixels(): Uint8Array;
  /** Gives all memory of the graphics card back; the canvas may be used for another preview. */
  dispose(): void;
}

/** @throws AppError `preview-unavailable`, `preview-too-large` or `preview-shader-refused` */
export function createDraftPreview(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  scene: PreviewScene,
  scale = 1,
): DraftPreview {
  const gl = openContext(canvas, scene);
  const layers = scene.layers ?? layerScene(scene);
  let pixelScale = scale;
  let latest: Float32Array | null = null;
  // A lost context has dropped everything it held.
  let painter = gl.isContextLost() ? null : new FramePainter(gl, scene, layers, pixelScale);
  const fitCanvas = (): void => {
    if (painter !== null) [canvas.width, canvas.height] = painter.size;
  };
  fitCanvas();

  const onLost = (event: Event): void => {
    // Only then does the browser give the context back.
    event.preventDefault();
    painter = null;
  };
  const onRestored = (): void => {
    painter = new FramePainter(gl, scene, layers, pixelScale);
    fitCanvas();
    if (latest) painter.draw(latest);
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);

  return {
    isSoftware: isSoftware(gl),
    draw(motion) {
      if (motion.length !== scene.puppets.length * MOTION_SIZE) {
        throw new RangeError(
          `${motion.length} numbers do not move ${scene.puppets.length} people.`,
        );
      }
      latest = motion.slice();
      painter?.draw(latest);
    },
    setScale(wanted) {
      if (wanted === pixelScale) return;
      pixelScale = wanted;
      painter?.resize(wanted);
      fitCanvas();
    },
    readPixels() {
      if (painter) return painter.readPixels();
      throw unavailable('The graphics card is restarting.');
    },
    dispose() {
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      painter?.dispose();
      painter = null;
    },
  };
}

function openContext(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { width, height }: PreviewScene,
): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
  });
  if (!gl) throw unavailable('This window has no WebGL 2, which the live preview is drawn with.');
  const largest = gl.isContextLost() ? Infinity : (gl.getParameter(gl.MAX_TEXTURE_SIZE) as number);
  if (Math.max(width, height) > largest) {
    throw new AppError({
      category: 'device-failed',
      code: 'preview-too-large',
      message: `The graphics card previews up to ${largest} pixels a side; the film has ${width} x ${height}.`,
      hint: 'Choose a smaller film size for the preview; the film itself renders at any size.',
    });
  }
  return gl;
}

function isSoftware(gl: WebGL2RenderingContext): boolean {
  const facts = gl.getExtension('WEBGL_debug_renderer_info');
  if (facts === null) return false;
  const renderer = gl.getParameter(facts.UNMASKED_RENDERER_WEBGL) as string | null;
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer ?? '');
}

function unavailable(message: string): AppError {
  return new AppError({
    category: 'device-failed',
    code: 'preview-unavailable',
    message,
    hint: 'Turn on hardware acceleration or update the graphics driver; films render without it.',
  });
}
