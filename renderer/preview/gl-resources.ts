// Everything a WebGL context is asked for, so that all of it can be given back.

import { AppError } from '#core/errors/app-error.ts';

export interface GlProgram<Name extends string> {
  readonly handle: WebGLProgram;
  readonly at: Readonly<Record<Name, WebGLUniformLocation | null>>;
}

export interface GlTarget {
  readonly width: number;
  readonly height: number;
  readonly texture: WebGLTexture;
  readonly framebuffer: WebGLFramebuffer;
}

/** What fits into one, three or four bytes per pixel. */
const FORMATS = {
  1: ['R8', 'RED'],
  3: ['RGB8', 'RGB'],
  4: ['RGBA8', 'RGBA'],
} as const;

export class GlResources {
  private readonly gl: WebGL2RenderingContext;
  private readonly releases: (() => void)[] = [];
  private readonly images: WebGLTexture[] = [];

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  program<Name extends string>(
    vertex: string,
    fragment: string,
    uniforms: readonly Name[],
  ): GlProgram<Name> {
    const { gl } = this;
    const handle = gl.createProgram();
    this.releases.push(() => gl.deleteProgram(handle));
    for (const [type, text] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(type);
      if (!shader) continue;
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(handle, shader);
      // Lives on inside the program.
      gl.deleteShader(shader);
    }
    gl.linkProgram(handle);
    if (!gl.getProgramParameter(handle, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new AppError({
        category: 'device-failed',
        code: 'preview-shader-refused',
        message: 'The graphics driver refused a part of the live preview.',
        hint: 'Update the graphics driver; films render without it.',
        cause: gl.getProgramInfoLog(handle),
      });
    }
    const locations = uniforms.map((name) => [name, gl.getUniformLocation(handle, name)] as const);
    return {
      handle,
      at: Object.fromEntries(locations) as Record<Name, WebGLUniformLocation | null>,
    };
  }

  /** A texture read between its pixels, clamped at the border. // [H, W, 1|3|4] */
  image(width: number, height: number, bytes: Uint8Array): WebGLTexture {
    const { gl } = this;
    const texture = this.texture(gl.LINEAR);
    const [stored, given] = FORMATS[(bytes.length / (width * height)) as keyof typeof FORMATS];
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(
      gl.TEXTURE_2D,
      0,
      gl[stored],
      width,
      height,
      0,
      gl[given],
      gl.UNSIGNED_BYTE,
      bytes,
    );
    // While it is there anyway: making them takes long where the processor does it.
    gl.generateMipmap(gl.TEXTURE_2D);
    this.images.push(texture);
    return texture;
  }

  /** Images that are drawn much smaller than they are, are read from smaller copies of themselves. */
  shrinkImages(isShrunk: boolean): void {
    const { gl } = this;
    const filter = isShrunk ? gl.LINEAR_MIPMAP_NEAREST : gl.LINEAR;
    for (const texture of this.images) {
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
    }
  }

  /** A texture to draw into. */
  target(width: number, height: number): GlTarget {
    const { gl } = this;
    const texture = this.texture(gl.NEAREST);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    const framebuffer = gl.createFramebuffer();
    this.releases.push(() => gl.deleteFramebuffer(framebuffer));
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    return { texture, framebuffer, width, height };
  }

  buffer(): WebGLBuffer {
    const buffer = this.gl.createBuffer();
    this.releases.push(() => this.gl.deleteBuffer(buffer));
    return buffer;
  }

  vertexArray(): WebGLVertexArrayObject {
    const array = this.gl.createVertexArray();
    this.releases.push(() => this.gl.deleteVertexArray(array));
    return array;
  }

  dispose(): void {
    for (const release of this.releases.splice(0).reverse()) release();
  }

  private texture(filter: number): WebGLTexture {
    const { gl } = this;
    const texture = gl.createTexture();
    this.releases.push(() => gl.deleteTexture(texture));
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    return texture;
  }
}
