// The only source of chance in Parley: seeded, serialisable, the same on every machine.

/** State of a generator: four unsigned 32-bit words. Plain data, so that a chunk can carry it on. */
export type RandomState = readonly [number, number, number, number];

/** sfc32 ("small fast counter"), Chris Doty-Humphrey's PractRand family. */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  private constructor(state: RandomState) {
    [this.a, this.b, this.c, this.counter] = state;
  }

  /** One independent stream per (seed, name): adding a stream never shifts another. */
  static stream(seed: number, name: string): SeededRandom {
    let hash = 0x811c9dc5 ^ (seed >>> 0);
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    const random = new SeededRandom([hash >>> 0, seed >>> 0, Math.imul(hash, 0x9e3779b1) >>> 0, 1]);
    for (let i = 0; i < 15; i++) random.uint32();
    return random;
  }

  static restore(state: RandomState): SeededRandom {
    return new SeededRandom(state);
  }

  state(): RandomState {
    return [this.a, this.b, this.c, this.counter];
  }

  uint32(): number {
    const sum = (this.a + this.b + this.counter) >>> 0;
    this.counter = (this.counter + 1) >>> 0;
    this.a = (this.b ^ (this.b >>> 9)) >>> 0;
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** Uniform in [min, max). */
  uniform(min = 0, max = 1): number {
    return min + (max - min) * (this.uint32() / 4_294_967_296);
  }

  /** Standard normal (Box-Muller, one of the pair). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}
