// How two takes are compared, for the bar of the monitor.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { COMPARE_MODES, compareStore, setMode } from './compare-store.ts';
import { useComparedTakes } from './use-compared-takes.ts';

export function CompareBar() {
  const { t } = useTranslation('takes');
  const { left } = useComparedTakes();
  const mode = useStore(compareStore, (state) => state.mode);
  if (left === null) return null;
  return (
    <SegmentedControl
      label={t('compare.modes')}
      value={mode}
      segments={COMPARE_MODES.map((value) => ({ value, label: t(`compare.mode.${value}`) }))}
      onChange={setMode}
    />
  );
}
