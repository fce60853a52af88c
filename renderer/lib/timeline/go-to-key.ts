// The playhead to the key before or behind it, of the person that is worked on.
import { poseKeysOf } from '#core/pose/pose-track.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { thePlayer } from '../../state/playback-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { keyPersonId } from './key-operations.ts';
import { selectKeys } from './key-selection.ts';

export function goToKey(by: 1 | -1): void {
  const personId = keyPersonId();
  if (personId === null) return;
  const { document } = projectStore.getState();
  const { playheadTick } = viewStore.getState();
  const keys = scoreKeysOf(document, personId).filter(({ value }) => value !== null);
  const poses = poseKeysOf(document, personId);
  const ticks = [...keys, ...poses].map(({ tick }) => tick).sort((a, b) => a - b);
  const tick =
    by > 0
      ? ticks.find((each) => each > playheadTick)
      : ticks.findLast((each) => each < playheadTick);
  if (tick === undefined) return;
  thePlayer().seek(tick);
  selectKeys(
    new Set(keys.filter((key) => key.tick === tick).map(({ id }) => id)),
    new Set(poses.filter((key) => key.tick === tick).map(({ id }) => id)),
  );
}
