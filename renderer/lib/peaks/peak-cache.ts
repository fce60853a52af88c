// Waveforms of the open project: what is on screen is asked for, what is no longer wanted is
// cancelled, and what was seen last is forgotten last.
import type { PeakSlice } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { makeTile, PEAKS_PER_TILE, type PeakTile } from './peak-tile.ts';

export type PeakLoader = (
  request: {
    readonly voiceId: string;
    readonly level: number;
    readonly first: number;
    readonly end: number;
  },
  signal: AbortSignal,
) => Promise<PeakSlice>;

interface PeakCacheOptions {
  /** A tile is about 16 KiB. */
  readonly maxTiles: number;
  readonly maxRequests: number;
  /** Called when a tile has come or a voice turned out to have none. */
  readonly onChange: () => void;
}

interface Wanted {
  readonly voiceId: string;
  readonly level: number;
  readonly index: number;
}

export class PeakCache {
  private readonly load: PeakLoader;
  private readonly options: PeakCacheOptions;
  /** By use: the oldest first. */
  private readonly tiles = new Map<string, PeakTile>();
  private readonly requests = new Map<string, AbortController>();
  private readonly failed = new Map<string, string>();
  private wanted = new Map<string, Wanted>();

  constructor(load: PeakLoader, options: PeakCacheOptions) {
    this.load = load;
    this.options = options;
  }

  /** Begins a drawing: from here on tiles that are read are wanted. */
  begin(): void {
    this.wanted = new Map();
  }

  /** The tile, or null while it is not there; then it is wanted. */
  tile(voiceId: string, level: number, index: number): PeakTile | null {
    const key = `${voiceId}/${level}/${index}`;
    const tile = this.tiles.get(key);
    if (tile === undefined) {
      if (!this.failed.has(voiceId)) this.wanted.set(key, { voiceId, level, index });
      return null;
    }
    this.tiles.delete(key);
    this.tiles.set(key, tile);
    return tile;
  }

  /** A tile that is there already; not having it asks for nothing. */
  peek(voiceId: string, level: number, index: number): PeakTile | null {
    return this.tiles.get(`${voiceId}/${level}/${index}`) ?? null;
  }

  /** Ends a drawing of a gesture: asks for what it lacked; the next one may want what came before. */
  endPart(): void {
    this.pump();
  }

  /** Ends a drawing: cancels what it did not want, asks for what it lacked. */
  end(): void {
    for (const [key, request] of this.requests) {
      if (this.wanted.has(key)) continue;
      request.abort();
      this.requests.delete(key);
    }
    this.pump();
  }

  /** Why the voice has no waveform; null: it has one, or it is on its way. */
  failureOf(voiceId: string): string | null {
    return this.failed.get(voiceId) ?? null;
  }

  /** Tries voices again that had no waveform. */
  retry(): void {
    this.failed.clear();
    this.options.onChange();
  }

  clear(): void {
    for (const request of this.requests.values()) request.abort();
    for (const map of [this.requests, this.tiles, this.failed, this.wanted]) map.clear();
  }

  private pump(): void {
    for (const [key, wanted] of this.wanted) {
      if (this.requests.size >= this.options.maxRequests) return;
      if (!this.requests.has(key) && !this.tiles.has(key) && !this.failed.has(wanted.voiceId))
        void this.request(key, wanted);
    }
  }

  private async request(key: string, { voiceId, level, index }: Wanted): Promise<void> {
    const controller = new AbortController();
    this.requests.set(key, controller);
    const first = index * PEAKS_PER_TILE;
    try {
      const range = { voiceId, level, first, end: first + PEAKS_PER_TILE };
      const slice = await this.load(range, controller.signal);
      if (controller.signal.aborted) return;
      this.tiles.set(key, makeTile(slice));
      this.trim();
    } catch (error) {
      if (controller.signal.aborted) return;
      // A lost connection is told elsewhere and ends by itself; everything else is about this voice.
      const isGone = error instanceof AppError && error.category === 'cancelled';
      if (!isGone) this.failed.set(voiceId, error instanceof Error ? error.message : String(error));
    } finally {
      if (this.requests.get(key) === controller) this.requests.delete(key);
    }
    this.wanted.delete(key);
    this.options.onChange();
    this.pump();
  }

  private trim(): void {
    for (const key of this.tiles.keys()) {
      if (this.tiles.size <= this.options.maxTiles) return;
      this.tiles.delete(key);
    }
  }
}
