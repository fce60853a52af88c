// Where the parts of the canvas lie, from top to bottom.
import type { ViewState } from '#core/contract/project-types.ts';
import type { Band } from '../draw/pen.ts';

const MINIMAP_PX = 16;
const RULER_PX = 24;
const CHUNK_BAR_PX = 16;

export interface Bands {
  /** Null where the page has none. */
  readonly minimap: Band | null;
  readonly ruler: Band;
  readonly chunkBar: Band | null;
  /** Where lanes begin. */
  readonly lanesTopPx: number;
}

export function bandsOf(page: ViewState['page']): Bands {
  const minimap = page === 'animate' ? { topPx: 0, heightPx: MINIMAP_PX } : null;
  const rulerTop = minimap?.heightPx ?? 0;
  const ruler = { topPx: rulerTop, heightPx: RULER_PX };
  const chunkTop = rulerTop + RULER_PX;
  const chunkBar = page === 'assign' ? null : { topPx: chunkTop, heightPx: CHUNK_BAR_PX };
  return { minimap, ruler, chunkBar, lanesTopPx: chunkTop + (chunkBar?.heightPx ?? 0) };
}
