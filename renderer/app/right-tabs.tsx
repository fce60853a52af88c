// In a narrow window inspector and queue share the right column.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { layoutStore, type LayoutState } from '../state/layout-store.ts';
import { viewStore } from '../state/view-store.ts';
import './right-tabs.css';

const TABS: readonly LayoutState['narrowTab'][] = ['inspector', 'queue'];

export function RightTabs() {
  const { t } = useTranslation('shell');
  const page = useStore(viewStore, (view) => view.page);
  const shown = useStore(layoutStore, (layout) => layout.narrowTab);
  return (
    <div className="right-tabs" role="tablist" aria-label={t('tabs')}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          className="right-tabs__tab"
          aria-selected={tab === shown}
          onClick={() => layoutStore.setState({ narrowTab: tab })}
        >
          {t(tab === 'queue' ? 'queueTab' : `inspectorTab.${page}`)}
        </button>
      ))}
    </div>
  );
}
