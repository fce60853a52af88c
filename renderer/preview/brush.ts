// The drawing steps of the preview on one WebGL context. Knows pixels, not people.

import type { FrameGeometry, IndexRange } from './frame-geometry.ts';
import { VERTEX_FLOATS } from './frame-geometry.ts';
import type { GlProgram, GlResources, GlTarget } from './gl-resources.ts';
import type { PixelRect } from './pixel-rect.ts';
import {
  BAND_FRAGMENT,
  EYEBALL_FRAGMENT,
  FULL_VERTEX,
  GEOMETRY_VERTEX,
  OPENING_FRAGMENT,
  PERSON_FRAGMENT,
  PLACE_FRAGMENT,
  TEXTURED_FRAGMENT,
} from './shaders.ts';

/**
 * `replace`: alpha included. `lay`: straight colour by its alpha, the target keeps its own alpha.
 * `over`: premultiplied colour.
 */
export type BlendMode = 'replace' | 'lay' | 'over';

export interface TexturedStep {
  readonly image: WebGLTexture;
  /** Texture coordinate of the corner of the image's first pixel. */
  readonly originPx: number;
  readonly opacity: number;
  /** Alpha that is written at least. */
  readonly minAlpha: number;
}

export interface EyeballStep {
  readonly image: WebGLTexture;
  readonly freedom: WebGLTexture;
  readonly freedomOrigin: readonly [x: number, y: number];
  /** Affine map from the frame to the image: x row, then y row. // [6] */
  readonly toSource: Float64Array;
  readonly gazePx: readonly [x: number, y: number];
  readonly irisPx: readonly [x: number, y: number];
  /** Distances from the iris within which all, and from which nothing, follows the gaze. */
  readonly gazeReachPx: readonly [full: number, none: number];
  readonly lidShade: number;
}

export interface OpeningStep {
  readonly hem: GlTarget;
  readonly inside: GlTarget;
  /** // [N, 2] px */
  readonly contour: Float32Array;
  readonly opacity: number;
}

type ImageUniform = 'image';

export class Brush {
  private readonly gl: WebGL2RenderingContext;
  private pixelScale = 1;
  private readonly vertexBuffer: WebGLBuffer;
  private readonly indexBuffer: WebGLBuffer;
  private readonly geometryArray: WebGLVertexArrayObject;
  private readonly emptyArray: WebGLVertexArrayObject;
  private readonly textured: GlProgram<
    ImageUniform | 'frameSize' | 'origin' | 'opacity' | 'minAlpha'
  >;
  private readonly band: GlProgram<'frameSize'>;
  private readonly eyeballs: GlProgram<
    | ImageUniform
    | 'freedom'
    | 'freedomOrigin'
    | 'pixelScale'
    | 'toSourceX'
    | 'toSourceY'
    | 'gaze'
    | 'iris'
    | 'gazeReach'
    | 'lidShade'
  >;
  private readonly openings: GlProgram<'hem' | 'inside' | 'contour' | 'contourPoints' | 'opacity'>;
  private readonly people: GlProgram<'moved' | 'front'>;
  private readonly places: GlProgram<ImageUniform | 'targetSize'>;

  constructor(gl: WebGL2RenderingContext, resources: GlResources, width: number, height: number) {
    this.gl = gl;
    const geometry = (fragment: string) => [GEOMETRY_VERTEX, fragment] as const;
    const full = (fragment: string) => [FULL_VERTEX, fragment] as const;
    this.textured = resources.program(...geometry(TEXTURED_FRAGMENT), [
      'frameSize',
      'image',
      'origin',
      'opacity',
      'minAlpha',
    ]);
    this.band = resources.program(...geometry(BAND_FRAGMENT), ['frameSize']);
    this.eyeballs = resources.program(...full(EYEBALL_FRAGMENT), [
      'image',
      'freedom',
      'freedomOrigin',
      'pixelScale',
      'toSourceX',
      'toSourceY',
      'gaze',
      'iris',
      'gazeReach',
      'lidShade',
    ]);
    this.openings = resources.program(...full(OPENING_FRAGMENT), [
      'hem',
      'inside',
      'contour',
      'contourPoints',
      'opacity',
    ]);
    this.people = resources.program(...full(PERSON_FRAGMENT), ['moved', 'front']);
    this.places = resources.program(...full(PLACE_FRAGMENT), ['image', 'targetSize']);
    for (const program of [this.textured, this.band]) {
      gl.useProgram(program.handle);
      gl.uniform2f(program.at.frameSize, width, height);
    }
    this.vertexBuffer = resources.buffer();
    this.indexBuffer = resources.buffer();
    this.emptyArray = resources.vertexArray();
    this.geometryArray = resources.vertexArray();
    this.describeVertices();
    gl.disable(gl.DITHER);
    gl.enable(gl.SCISSOR_TEST);
  }

  /** Hands the geometry of a frame to the context. */
  load(geometry: FrameGeometry): void {
    const { gl } = this;
    const { vertices, vertexCount, indices, indexCount } = geometry;
    gl.bindVertexArray(this.geometryArray);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.vertexBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW, 0, vertexCount * VERTEX_FLOATS);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW, 0, indexCount);
  }

  /** All targets from now on have this many pixels for each of the film. */
  setScale(pixelScale: number): void {
    this.pixelScale = pixelScale;
  }

  /** All further steps draw into `target`, within `rect` of the film alone. */
  aim({ framebuffer, width, height }: GlTarget, rect: PixelRect): void {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.viewport(0, 0, width, height);
    const { left, top, right, bottom } = this.toTarget(rect);
    gl.scissor(left, top, right - left, bottom - top);
  }

  /** Copies a part of the film from one target into another of the same size. */
  copy(from: GlTarget, to: GlTarget, rect: PixelRect): void {
    const { gl } = this;
    this.aim(to, rect);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, from.framebuffer);
    const { left, top, right, bottom } = this.toTarget(rect);
    const part = [left, top, right, bottom] as const;
    gl.blitFramebuffer(...part, ...part, gl.COLOR_BUFFER_BIT, gl.NEAREST);
  }

  /** Shows a target on the canvas, whose first row is at the bottom. */
  present({ framebuffer, width, height }: GlTarget): void {
    const { gl } = this;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.scissor(0, 0, width, height);
    gl.blitFramebuffer(0, 0, width, height, 0, height, width, 0, gl.COLOR_BUFFER_BIT, gl.NEAREST);
  }

  clear(red: number, green: number, blue: number, alpha: number): void {
    this.gl.clearColor(red, green, blue, alpha);
    this.gl.clear(this.gl.COLOR_BUFFER_BIT);
  }

  drawTextured(range: IndexRange, mode: BlendMode, step: TexturedStep): void {
    const { gl } = this;
    const { handle, at } = this.textured;
    gl.useProgram(handle);
    this.bindTexture(at.image, 0, step.image);
    gl.uniform2f(at.origin, step.originPx, step.originPx);
    gl.uniform1f(at.opacity, step.opacity);
    gl.uniform1f(at.minAlpha, step.minAlpha);
    this.blend(mode);
    this.drawRange(range);
  }

  drawBands(range: IndexRange): void {
    this.gl.useProgram(this.band.handle);
    this.blend('lay');
    this.drawRange(range);
  }

  drawEyeball(step: EyeballStep): void {
    const { gl } = this;
    const { handle, at } = this.eyeballs;
    const [xx, xy, x0, yx, yy, y0] = step.toSource;
    gl.useProgram(handle);
    this.bindTexture(at.image, 0, step.image);
    this.bindTexture(at.freedom, 1, step.freedom);
    gl.uniform2f(at.freedomOrigin, ...step.freedomOrigin);
    gl.uniform1f(at.pixelScale, this.pixelScale);
    gl.uniform3f(at.toSourceX, xx, xy, x0);
    gl.uniform3f(at.toSourceY, yx, yy, y0);
    gl.uniform2f(at.gaze, ...step.gazePx);
    gl.uniform2f(at.iris, ...step.irisPx);
    gl.uniform2f(at.gazeReach, ...step.gazeReachPx);
    gl.uniform1f(at.lidShade, step.lidShade);
    this.drawFull('replace');
  }

  drawOpening({ hem, inside, contour, opacity }: OpeningStep): void {
    const { gl } = this;
    const { handle, at } = this.openings;
    gl.useProgram(handle);
    this.bindTexture(at.hem, 0, hem.texture);
    this.bindTexture(at.inside, 1, inside.texture);
    gl.uniform2fv(at.contour, this.pixelScale === 1 ? contour : contour.map(this.toTargetAt));
    gl.uniform1i(at.contourPoints, contour.length / 2);
    gl.uniform1f(at.opacity, opacity);
    this.drawFull('lay');
  }

  drawPerson(moved: GlTarget, front: GlTarget): void {
    const { handle, at } = this.people;
    this.gl.useProgram(handle);
    this.bindTexture(at.moved, 0, moved.texture);
    this.bindTexture(at.front, 1, front.texture);
    this.drawFull('over');
  }

  /** Fills a whole target with an image. */
  place(image: WebGLTexture, target: GlTarget): void {
    const { gl } = this;
    const { handle, at } = this.places;
    const { framebuffer, width, height } = target;
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, width, height);
    gl.useProgram(handle);
    this.bindTexture(at.image, 0, image);
    gl.uniform2f(at.targetSize, width, height);
    this.drawFull('replace');
  }

  private toTarget({ left, top, right, bottom }: PixelRect): PixelRect {
    const { pixelScale } = this;
    return {
      left: Math.floor(left * pixelScale),
      top: Math.floor(top * pixelScale),
      right: Math.ceil(right * pixelScale),
      bottom: Math.ceil(bottom * pixelScale),
    };
  }

  /** Pixel centres lie on whole coordinates in the film and in the target. */
  private readonly toTargetAt = (coordinate: number): number =>
    (coordinate + 0.5) * this.pixelScale - 0.5;

  private describeVertices(): void {
    const { gl } = this;
    gl.bindVertexArray(this.geometryArray);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.vertexBuffer);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.indexBuffer);
    let offset = 0;
    [2, 4, 1].forEach((size, location) => {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, size, gl.FLOAT, false, 4 * VERTEX_FLOATS, 4 * offset);
      offset += size;
    });
  }

  private bindTexture(
    uniform: WebGLUniformLocation | null,
    unit: number,
    texture: WebGLTexture,
  ): void {
    const { gl } = this;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.uniform1i(uniform, unit);
  }

  private blend(mode: BlendMode): void {
    const { gl } = this;
    if (mode === 'replace') {
      gl.disable(gl.BLEND);
      return;
    }
    gl.enable(gl.BLEND);
    if (mode === 'over') gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    else gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ZERO, gl.ONE);
  }

  private drawRange({ first, count }: IndexRange): void {
    const { gl } = this;
    gl.bindVertexArray(this.geometryArray);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, 4 * first);
  }

  private drawFull(mode: BlendMode): void {
    this.blend(mode);
    this.gl.bindVertexArray(this.emptyArray);
    this.gl.drawArrays(this.gl.TRIANGLES, 0, 3);
  }
}
