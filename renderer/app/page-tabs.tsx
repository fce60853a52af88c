// The four pages of the work, in the order in which it is done.
import { Package, ScanEye, Spline, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ViewState } from '#core/contract/project-types.ts';
import { useAction } from '../actions/use-action.ts';
import { viewStore } from '../state/view-store.ts';
import { Icon, type IconShape } from '../ui/icon.tsx';

const PAGES: readonly (readonly [ViewState['page'], IconShape])[] = [
  ['assign', Users],
  ['animate', Spline],
  ['review', ScanEye],
  ['deliver', Package],
];

export function PageTabs() {
  const { t } = useTranslation('shell');
  return (
    <nav className="page-tabs" aria-label={t('pages')}>
      {PAGES.map(([page, icon]) => (
        <PageTab key={page} page={page} icon={icon} />
      ))}
    </nav>
  );
}

function PageTab({ page, icon }: { readonly page: ViewState['page']; readonly icon: IconShape }) {
  const { title, key, isEnabled, perform } = useAction(`view.${page}`);
  const isHere = useStore(viewStore, (view) => view.page === page);
  return (
    <button
      type="button"
      className="page-tabs__tab"
      disabled={!isEnabled}
      aria-current={isHere ? 'page' : undefined}
      title={key === null ? title : `${title} (${key})`}
      onPointerDown={(event) => event.preventDefault()}
      onClick={perform}
    >
      <Icon shape={icon} />
      {title}
    </button>
  );
}
