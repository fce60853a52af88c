// What of a person can be handed back to the analysis and the generator.
import { poseKeysOf } from '#core/pose/pose-track.ts';
import type { Person } from '#core/project/document.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { i18n } from '../../../lib/i18n/i18n.ts';
import { commitEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import type { MenuEntry } from '../../../ui/menu-item.ts';

export function resetEntries(person: Person): readonly MenuEntry[] {
  const { shown, opened } = projectStore.getState();
  const canWrite = opened?.readOnly === null;
  const scoreTicks = scoreKeysOf(shown, person.id).map(({ tick }) => tick);
  const poseTicks = poseKeysOf(shown, person.id).map(({ tick }) => tick);
  const personId = person.id;
  return [
    {
      kind: 'item',
      id: 'score',
      label: i18n.t('inspector:animate.resetScore', { count: scoreTicks.length }),
      isEnabled: canWrite && scoreTicks.length > 0,
      onChoose: () =>
        void commitEdit('editScoreKeys', {
          edits: [{ personId, remove: scoreTicks }],
          operation: { kind: 'release' },
        }),
    },
    {
      kind: 'item',
      id: 'pose',
      label: i18n.t('inspector:animate.resetPose', { count: poseTicks.length }),
      isEnabled: canWrite && poseTicks.length > 0,
      onChoose: () =>
        void commitEdit('setPoseKeys', {
          personId,
          remove: poseTicks,
          operation: { kind: 'release' },
        }),
    },
  ];
}
