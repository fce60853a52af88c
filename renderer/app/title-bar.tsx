// Menus left, pages centred on the window, state of the machine right.
import { Keyboard, Settings2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { appStore } from '../state/app-store.ts';
import { layoutStore } from '../state/layout-store.ts';
import { projectStore } from '../state/project-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { MenuBar, type BarMenu } from '../ui/menu-bar.tsx';
import { MENUS, menuEntries, type MenuName } from './action-menus.ts';
import { Logo } from './logo.tsx';
import { PageTabs } from './page-tabs.tsx';
import './title-bar.css';

/** In a narrow window the menus behind these two share one. */
const KEPT_IN_NARROW: readonly MenuName[] = ['file', 'edit'];

export function TitleBar() {
  const { t } = useTranslation('shell');
  return (
    <header className="title-bar" data-f6>
      <div className="title-bar__left">
        <Logo />
        <Menus />
        <ProjectName />
      </div>
      <PageTabs />
      <div className="title-bar__right">
        <EngineState />
        <ActionButton action="help.keys" icon={Keyboard} isIconOnly label={t('keysButton')} />
        <ActionButton
          action="edit.settings"
          icon={Settings2}
          isIconOnly
          label={t('settingsButton')}
        />
      </div>
    </header>
  );
}

function Menus() {
  const { t } = useTranslation('shell');
  const isNarrow = useStore(layoutStore, (layout) => layout.isNarrow);
  const own = MENUS.filter((menu) => !isNarrow || KEPT_IN_NARROW.includes(menu));
  const menus: BarMenu[] = own.map((menu) => ({
    id: menu,
    label: t(`menus.${menu}`),
    entries: () => menuEntries(menu),
  }));
  if (isNarrow) {
    const rest = MENUS.filter((menu) => !KEPT_IN_NARROW.includes(menu));
    menus.push({
      id: 'more',
      label: t('menus.more'),
      entries: () =>
        rest.map((menu) => ({
          kind: 'submenu',
          id: menu,
          label: t(`menus.${menu}`),
          entries: menuEntries(menu),
        })),
    });
  }
  return <MenuBar label={t('menus.bar')} menus={menus} />;
}

function ProjectName() {
  const { t } = useTranslation('shell');
  const opened = useStore(projectStore, (project) => project.opened);
  const savedAt = useStore(projectStore, (project) => project.savedAt);
  if (opened === null) return <span className="title-bar__project">{t('untitled')}</span>;
  const saved =
    savedAt === null
      ? t('savedAsOpened')
      : t('saved', {
          time: new Date(savedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
        });
  return (
    <span className="title-bar__project" title={opened.displayPath}>
      <b>{opened.name}</b>
      <span className="title-bar__saved">{opened.readOnly === null ? saved : t('readOnly')}</span>
    </span>
  );
}

function EngineState() {
  const { t } = useTranslation('shell');
  const state = useStore(appStore, ({ engine }) => engine.state);
  return (
    <span className="title-bar__engine" aria-label={t('engine.label')} role="status">
      <i className={`title-bar__dot title-bar__dot--${state}`} />
      {t(`engine.${state}`)}
    </span>
  );
}
