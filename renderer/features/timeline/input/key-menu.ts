// The menu of keys, stretches and markers under the pointer: actions of the registry.
import { performAction } from '../../../actions/perform-action.ts';
import { readContext } from '../../../actions/action-context.ts';
import { actionById } from '../../../actions/registry.ts';
import { titleOf } from '../../../actions/use-action.ts';
import type { MenuEntry } from '../../../ui/menu-item.ts';
import type { Hit } from './hit-test.ts';

const KEY_ACTIONS = [
  'keys.hold',
  'keys.linear',
  'keys.ease',
  'keys.smooth',
  'edit.copy',
  'edit.cut',
  'edit.delete',
];

const ACTIONS: Partial<Record<Hit['kind'], readonly string[]>> = {
  'score-key': KEY_ACTIONS,
  'pose-key': ['keys.hold', 'keys.linear', 'keys.ease', 'edit.delete'],
  'score-line': ['keys.add', 'keys.silence', 'keys.mirror', 'edit.paste'],
  'score-lane': ['keys.add', 'keys.silence', 'keys.mirror', 'edit.paste'],
  clip: ['timeline.splitAtPlayhead', 'people.assignNobody', 'edit.delete'],
  marker: ['range.editMarker', 'edit.delete'],
  ruler: ['range.setIn', 'range.setOut', 'range.clear', 'range.marker'],
};

export function keyMenu(hit: Hit): MenuEntry[] {
  const context = readContext();
  return (ACTIONS[hit.kind] ?? []).map((id) => {
    const action = actionById(id);
    return {
      kind: 'item',
      id,
      label: titleOf(action, context),
      isEnabled: action.isEnabled?.(context) ?? true,
      onChoose: () => void performAction(action),
    };
  });
}
