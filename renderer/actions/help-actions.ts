import { openDialog } from '../state/app-store.ts';
import { changeSettings } from '../state/app-sync.ts';
import type { Action } from './action.ts';

export const helpActions: readonly Action[] = [
  {
    id: 'help.keys',
    group: 'help',
    keys: ['Shift+Slash', 'Ctrl+Slash', 'F1'],
    menu: 100,
    perform: () => openDialog('keys'),
  },
  {
    id: 'help.hints',
    group: 'help',
    keys: [],
    menu: 101,
    isEnabled: ({ project }) => project.opened !== null,
    isOn: ({ app }) => !app.settings.hintsSeen,
    perform: ({ app }) => changeSettings({ hintsSeen: !app.settings.hintsSeen }),
  },
  {
    id: 'help.models',
    group: 'help',
    keys: [],
    menu: 200,
    perform: () => openDialog('models'),
  },
  {
    id: 'help.about',
    group: 'help',
    keys: [],
    menu: 300,
    perform: () => openDialog('about'),
  },
];
