// Projects, edits and help.
import type { Rows } from './row.ts';
import type { Walk } from './walk.ts';

const scoreKeys = ({ host }: Walk) => host.document.scoreKeys;

/** A step to be undone. */
const change = async (walk: Walk): Promise<void> => {
  await walk.withKeyAt(5);
  await walk.edit('Alt+ArrowUp');
};

/** Two keys, of which none is selected. */
const twoKeys = async (walk: Walk): Promise<void> => {
  await walk.withKeyAt(5);
  await walk.withKeyAt(8);
  await walk.press('Ctrl+Shift+KeyA');
};

const copiedKey = async (walk: Walk): Promise<void> => {
  await walk.withKeyAt(5);
  // Where it comes to lie there must not be the same already.
  await walk.edit('Alt+ArrowUp');
  await walk.press('Ctrl+KeyC', 'End');
};

/** What a paste at the end of the film puts there. */
const pasted = async (walk: Walk): Promise<unknown> => {
  const before = walk.host.document;
  await walk.press('End', 'Ctrl+KeyV');
  await walk.page.waitForTimeout(300);
  const keys = walk.host.document.scoreKeys;
  if (walk.host.document !== before) await walk.host.undo();
  await walk.withKeyAt(5);
  return keys.map(({ tick, value }) => [tick, value]);
};

export const EDIT_ROWS: Rows = {
  'edit.undo': { before: change, changes: ({ host }) => host.history.redo },
  'edit.redo': {
    before: async (walk) => {
      await change(walk);
      await walk.edit('Ctrl+KeyZ');
    },
    changes: ({ host }) => host.history.redo,
    into: null,
  },
  'edit.history': { changes: 'dialog' },
  'edit.cut': { before: (walk) => walk.withKeyAt(5), changes: scoreKeys },
  'edit.copy': { before: change, changes: pasted },
  'edit.paste': { before: copiedKey, changes: scoreKeys },
  'edit.duplicate': {
    before: async (walk) => {
      await change(walk);
      await walk.press('End');
    },
    changes: scoreKeys,
  },
  'edit.delete': { before: (walk) => walk.withKeyAt(5), changes: scoreKeys },
  'edit.selectAll': { before: twoKeys, changes: 'keys' },
  'edit.selectNone': { before: (walk) => walk.withKeyAt(5), changes: 'keys', into: '' },
  'edit.settings': { changes: 'dialog' },
};

export const HELP_ROWS: Rows = {
  'help.keys': { changes: 'dialog' },
  'help.hints': { changes: ({ host }) => host.settings?.hintsSeen },
  'help.models': { changes: 'dialog' },
  'help.about': { changes: 'dialog' },
};

/** Last, because they leave the project. */
export const FILE_ROWS: Rows = {
  'file.new': { changes: ({ choosers }) => choosers },
  'file.import': { changes: ({ choosers }) => choosers },
  'file.open': { changes: 'dialog' },
  'file.rename': { changes: 'dialog' },
  'file.snapshot': { changes: (walk) => walk.projectFiles().length },
  'file.export': { before: (walk) => walk.onPage('assign'), changes: 'page', into: 'Deliver' },
  'file.close': { changes: 'project', into: '' },
  'file.openSample': { changes: 'project', into: 'Sample interview' },
};
