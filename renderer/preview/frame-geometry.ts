// All triangles of one frame in one vertex and one index buffer, refilled frame by frame.

/** x, y, four numbers that are (u, v, -, -) or (red, green, blue, opacity), fade. */
export const VERTEX_FLOATS = 7;

/** Consecutive indices that one draw call takes. */
export interface IndexRange {
  readonly first: number;
  readonly count: number;
}

export class FrameGeometry {
  vertexCount = 0;
  indexCount = 0;
  vertices = new Float32Array(VERTEX_FLOATS * 4096);
  indices = new Uint32Array(16_384);

  clear(): void {
    this.vertexCount = 0;
    this.indexCount = 0;
  }

  /** Everything that `add` adds. */
  range(add: () => void): IndexRange {
    const first = this.indexCount;
    add();
    return { first, count: this.indexCount - first };
  }

  /** Positions have pixel centres on whole coordinates. */
  addTexturedVertex(x: number, y: number, u: number, v: number): void {
    const at = this.nextVertex(x, y);
    this.vertices[at + 2] = u;
    this.vertices[at + 3] = v;
  }

  addShadedVertex(
    x: number,
    y: number,
    color: readonly [number, number, number],
    opacity: number,
    fade: number,
  ): void {
    const at = this.nextVertex(x, y);
    this.vertices[at + 2] = color[0];
    this.vertices[at + 3] = color[1];
    this.vertices[at + 4] = color[2];
    this.vertices[at + 5] = opacity;
    this.vertices[at + 6] = fade;
  }

  addTriangle(a: number, b: number, c: number): void {
    if (this.indexCount + 3 > this.indices.length) {
      const grown = new Uint32Array(2 * this.indices.length);
      grown.set(this.indices);
      this.indices = grown;
    }
    this.indices[this.indexCount] = a;
    this.indices[this.indexCount + 1] = b;
    this.indices[this.indexCount + 2] = c;
    this.indexCount += 3;
  }

  private nextVertex(x: number, y: number): number {
    const at = VERTEX_FLOATS * this.vertexCount++;
    if (at + VERTEX_FLOATS > this.vertices.length) {
      const grown = new Float32Array(2 * this.vertices.length);
      grown.set(this.vertices);
      this.vertices = grown;
    }
    this.vertices[at] = x;
    this.vertices[at + 1] = y;
    return at;
  }
}
