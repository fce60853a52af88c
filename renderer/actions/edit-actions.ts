import { i18n } from '../lib/i18n/i18n.ts';
import { openDialog, showToast } from '../state/app-store.ts';
import { canEdit, performEdit, type EditCommand } from '../state/edit-target.ts';
import { theHost } from '../host/the-host.ts';
import type { Action, ActionContext } from './action.ts';

async function step({ project }: ActionContext, direction: 'undo' | 'redo'): Promise<void> {
  if (project.opened === null) return;
  const { session } = project.opened;
  const { label } = await theHost().call(`document.${direction}`, { session });
  if (label === null) return;
  showToast({
    kind: 'undo',
    message: i18n.t(`shell:${direction}Done`, { label }),
    hint: null,
    actionId: direction === 'undo' ? 'edit.redo' : 'edit.undo',
  });
}

/** What happens to a selection belongs to the feature that the user works in. */
const editing = (
  command: EditCommand,
  keys: readonly string[],
  menu: number,
  isWriting = true,
): Action => ({
  id: `edit.${command}`,
  group: 'edit',
  keys,
  menu,
  isEnabled: ({ project }) =>
    project.opened !== null && (!isWriting || project.opened.readOnly === null) && canEdit(command),
  perform: () => performEdit(command),
});

export const editActions: readonly Action[] = [
  {
    id: 'edit.undo',
    group: 'edit',
    titleNow: ({ project }) =>
      project.history.undo === null
        ? null
        : i18n.t('actions:edit.undoOf', { label: project.history.undo }),
    keys: ['Ctrl+KeyZ'],
    menu: 100,
    isEnabled: ({ project }) => project.history.undo !== null && project.opened?.readOnly === null,
    perform: (context) => step(context, 'undo'),
    repeats: true,
  },
  {
    id: 'edit.redo',
    group: 'edit',
    titleNow: ({ project }) =>
      project.history.redo === null
        ? null
        : i18n.t('actions:edit.redoOf', { label: project.history.redo }),
    keys: ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'],
    menu: 101,
    isEnabled: ({ project }) => project.history.redo !== null && project.opened?.readOnly === null,
    perform: (context) => step(context, 'redo'),
    repeats: true,
  },
  {
    id: 'edit.history',
    group: 'edit',
    keys: ['Ctrl+Alt+KeyZ'],
    menu: 102,
    isEnabled: ({ project }) => project.opened !== null,
    perform: () => openDialog('history'),
  },
  editing('cut', ['Ctrl+KeyX'], 200),
  editing('copy', ['Ctrl+KeyC'], 201, false),
  editing('paste', ['Ctrl+KeyV'], 202),
  editing('duplicate', ['Ctrl+KeyD'], 203),
  editing('delete', ['Delete', 'Backspace'], 204),
  editing('selectAll', ['Ctrl+KeyA'], 300, false),
  editing('selectNone', ['Ctrl+Shift+KeyA'], 301, false),
  {
    id: 'edit.settings',
    group: 'edit',
    keys: ['Ctrl+Comma'],
    menu: 400,
    perform: () => openDialog('settings'),
  },
];
