// A finished film is watched on the Review page, from its start.
import type { TakeId } from '#core/contract/project-types.ts';
import { chooseSide } from '../../lib/takes/compare-store.ts';
import { thePlayer } from '../../state/playback-store.ts';
import { changeView } from '../../state/view-store.ts';

export function showTake(takeId: TakeId): void {
  chooseSide(takeId, 'right');
  changeView({ page: 'review' });
  thePlayer().seek(0);
}
