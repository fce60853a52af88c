// How large the picture is shown.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { MenuButton } from '../../../ui/menu-button.tsx';
import type { MenuEntry } from '../../../ui/menu-item.ts';
import { setZoom, stageStore } from '../stage/stage-store.ts';

const ZOOMS = [0.5, 1, 2, 4] as const;

export function ZoomMenu() {
  const { t } = useTranslation('monitor');
  const isFit = useStore(stageStore, ({ view }) => view.zoom === null);
  const percent = useStore(stageStore, ({ place }) => Math.round(100 * place.scale));
  const entries = (): readonly MenuEntry[] => [
    {
      kind: 'item',
      id: 'fit',
      label: t('zoom.fit'),
      isOn: isFit,
      onChoose: () => setZoom(null),
    },
    { kind: 'separator', id: 'line' },
    ...ZOOMS.map((zoom): MenuEntry => ({
      kind: 'item',
      id: String(zoom),
      label: t('zoom.percent', { percent: 100 * zoom }),
      isOn: !isFit && percent === 100 * zoom,
      onChoose: () => setZoom(zoom),
    })),
  ];
  return (
    <MenuButton variant="quiet" label={t('zoom.label')} entries={entries}>
      {t(isFit ? 'zoom.fitPercent' : 'zoom.percent', { percent })}
    </MenuButton>
  );
}
