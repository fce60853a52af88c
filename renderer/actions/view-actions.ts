import type { ViewState } from '#core/contract/project-types.ts';
import { PSEUDO_LOCALE } from '../lib/i18n/i18n.ts';
import { moveRegion } from '../lib/regions/move-region.ts';
import { openDialog } from '../state/app-store.ts';
import { changeSettings } from '../state/app-sync.ts';
import { layoutStore, toggleMaximized, toggleMonitorFullScreen } from '../state/layout-store.ts';
import { changeView } from '../state/view-store.ts';
import type { Action } from './action.ts';

const page = (name: ViewState['page'], digit: number): Action => ({
  id: `view.${name}`,
  group: 'view',
  keys: [`Alt+Digit${digit}`],
  menu: 100 + digit,
  isEnabled: ({ project }) => project.opened !== null,
  isOn: ({ view }) => view.page === name,
  perform: () => changeView({ page: name }),
});

export const UI_SCALES = [80, 90, 100, 110, 125, 150, 175, 200] as const;

const scale = (name: string, keys: readonly string[], by: -1 | 0 | 1, menu: number): Action => ({
  id: `view.${name}`,
  group: 'view',
  keys,
  menu,
  isEnabled: ({ app }) => by === 0 || nextScale(app.settings.uiScale, by) !== app.settings.uiScale,
  perform: ({ app }) =>
    changeSettings({ uiScale: by === 0 ? 100 : nextScale(app.settings.uiScale, by) }),
});

function nextScale(now: number, by: -1 | 1): number {
  const wanted =
    by > 0 ? UI_SCALES.find((each) => each > now) : UI_SCALES.findLast((each) => each < now);
  return wanted ?? now;
}

function pseudoLocale(): Action {
  return {
    id: 'view.pseudoLocale',
    group: 'view',
    keys: [],
    menu: 600,
    isOn: ({ app }) => app.settings.locale === PSEUDO_LOCALE,
    perform: ({ app }) =>
      changeSettings({ locale: app.settings.locale === PSEUDO_LOCALE ? 'en' : PSEUDO_LOCALE }),
  };
}

export const viewActions: readonly Action[] = [
  page('assign', 1),
  page('animate', 2),
  page('review', 3),
  page('deliver', 4),
  {
    id: 'view.maximizePanel',
    group: 'view',
    keys: ['Backquote'],
    menu: 200,
    isOn: () => layoutStore.getState().maximized !== null,
    perform: toggleMaximized,
  },
  {
    id: 'view.fullScreenMonitor',
    group: 'view',
    keys: ['F11', 'Ctrl+Backquote'],
    menu: 201,
    isEnabled: ({ project }) => project.opened !== null,
    isOn: () => layoutStore.getState().isMonitorFullScreen,
    perform: toggleMonitorFullScreen,
  },
  {
    id: 'view.nextRegion',
    group: 'view',
    keys: ['F6'],
    menu: 300,
    perform: () => moveRegion(1),
  },
  {
    id: 'view.previousRegion',
    group: 'view',
    keys: ['Shift+F6'],
    menu: 301,
    perform: () => moveRegion(-1),
  },
  scale('scaleUp', ['Ctrl+Alt+Equal'], 1, 400),
  scale('scaleDown', ['Ctrl+Alt+Minus'], -1, 401),
  scale('scaleReset', ['Ctrl+Alt+Digit0'], 0, 402),
  {
    id: 'view.palette',
    group: 'view',
    keys: ['Ctrl+KeyK'],
    menu: 500,
    perform: () => openDialog('palette'),
  },
  ...(import.meta.env.DEV ? [pseudoLocale()] : []),
];
