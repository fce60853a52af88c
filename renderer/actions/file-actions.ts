import { changeView } from '../state/view-store.ts';
import { openDialog, showToast } from '../state/app-store.ts';
import { closeProject, showProject } from '../state/project-sync.ts';
import { createFromPicture, importFiles } from '../lib/files/import-files.ts';
import { pickFiles } from '../lib/files/pick-files.ts';
import { i18n } from '../lib/i18n/i18n.ts';
import { theHost } from '../host/the-host.ts';
import type { Action, ActionContext } from './action.ts';

const hasProject = ({ project }: ActionContext): boolean => project.opened !== null;
const canWrite = ({ project }: ActionContext): boolean =>
  project.opened !== null && project.opened.readOnly === null;

export const fileActions: readonly Action[] = [
  {
    id: 'file.new',
    group: 'file',
    keys: ['Ctrl+Alt+KeyN'],
    menu: 100,
    perform: async () => {
      const [picture] = await pickFiles('picture');
      if (picture !== undefined) await createFromPicture(picture);
    },
  },
  {
    id: 'file.open',
    group: 'file',
    keys: ['Ctrl+KeyO'],
    menu: 101,
    perform: () => openDialog('open'),
  },
  {
    id: 'file.openSample',
    group: 'file',
    keys: [],
    menu: 102,
    perform: async () => showProject(await theHost().call('projects.openSample', {})),
  },
  {
    id: 'file.import',
    group: 'file',
    keys: ['Ctrl+KeyI'],
    menu: 200,
    perform: async () => importFiles(await pickFiles('media')),
  },
  {
    id: 'file.snapshot',
    group: 'file',
    keys: ['Ctrl+KeyS'],
    menu: 300,
    isEnabled: canWrite,
    perform: async ({ project }) => {
      if (project.opened === null) return;
      const { session } = project.opened;
      const { savedAt, name } = await theHost().call('projects.snapshot', { session });
      const time = new Date(savedAt).toLocaleTimeString();
      showToast({
        kind: 'info',
        message: i18n.t('shell:snapshot', { time, name }),
        hint: null,
        actionId: null,
      });
    },
  },
  {
    id: 'file.rename',
    group: 'file',
    keys: [],
    menu: 301,
    isEnabled: canWrite,
    perform: () => openDialog('rename'),
  },
  {
    id: 'file.export',
    group: 'file',
    keys: ['Ctrl+KeyE'],
    menu: 400,
    isEnabled: hasProject,
    perform: () => changeView({ page: 'deliver' }),
  },
  {
    id: 'file.close',
    group: 'file',
    keys: [],
    menu: 500,
    isEnabled: hasProject,
    perform: closeProject,
  },
];
