// What can be done with one take.
import type { Take } from '#core/contract/project-types.ts';
import { i18n } from '../../lib/i18n/i18n.ts';
import { chooseSide, type Side } from '../../lib/takes/compare-store.ts';
import { measureTake, measuringStore } from '../../lib/takes/measure-take.ts';
import { reviewStore } from '../../lib/takes/review-store.ts';
import type { MenuEntry } from '../../ui/menu-item.ts';

export function takeMenu(take: Take, side: Side | null, canWrite: boolean): readonly MenuEntry[] {
  const text = (key: Side | 'rename' | 'measure' | 'remove'): string => i18n.t(`takes:menu.${key}`);
  const isMeasuring = measuringStore.getState().takeIds.has(take.id);
  const sideEntry = (wanted: Side): MenuEntry => ({
    kind: 'item',
    id: wanted,
    label: text(wanted),
    isOn: side === wanted,
    onChoose: () => chooseSide(take.id, wanted),
  });
  return [
    sideEntry('left'),
    sideEntry('right'),
    { kind: 'separator', id: 'line-1' },
    {
      kind: 'item',
      id: 'rename',
      label: text('rename'),
      isEnabled: canWrite,
      onChoose: () => reviewStore.setState({ renamingId: take.id }),
    },
    {
      kind: 'item',
      id: 'measure',
      label: text('measure'),
      isEnabled: canWrite && !isMeasuring,
      onChoose: () => void measureTake(take),
    },
    { kind: 'separator', id: 'line-2' },
    {
      kind: 'item',
      id: 'remove',
      label: text('remove'),
      isEnabled: canWrite,
      onChoose: () => reviewStore.setState({ removingId: take.id }),
    },
  ];
}
