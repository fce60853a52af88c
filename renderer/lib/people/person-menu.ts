// What can be done with a person, as a menu.
import type { Person } from '#core/project/document.ts';
import { readContext } from '../../actions/action-context.ts';
import { performAction } from '../../actions/perform-action.ts';
import { actionById } from '../../actions/registry.ts';
import { titleOf } from '../../actions/use-action.ts';
import { setPortrait } from '../files/import-files.ts';
import { pickFiles } from '../files/pick-files.ts';
import { i18n } from '../i18n/i18n.ts';
import { chordLabel } from '../keymap/key-label.ts';
import { keysOf } from '../keymap/key-map.ts';
import { selectPerson } from './select-person.ts';
import { commitEdit, reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import type { MenuEntry } from '../../ui/menu-item.ts';

/** An action as it would be done on this person. */
function actionEntry(person: Person, id: string): MenuEntry {
  const action = actionById(id);
  const context = readContext();
  const about = { ...context, selection: { ...context.selection, personId: person.id } };
  const [chord] = keysOf(action, context.app.settings);
  return {
    kind: 'item',
    id,
    label: titleOf(action, about),
    shortcut: chord === undefined ? null : chordLabel(chord),
    isEnabled: action.isEnabled?.(about) ?? true,
    isOn: action.isOn?.(about) ?? null,
    onChoose: () => {
      selectPerson(person.id);
      performAction(action);
    },
  };
}

function voiceEntries(person: Person): MenuEntry[] {
  const { shown, opened } = projectStore.getState();
  return shown.voices.map((voice): MenuEntry => ({
    kind: 'item',
    id: `voice ${voice.id}`,
    label: voice.name,
    isEnabled: opened?.readOnly === null && !person.silent,
    isOn: shown.assignments.some(
      ({ voiceId, personId }) => voiceId === voice.id && personId === person.id,
    ),
    onChoose: () => void commitEdit('assignVoice', { voiceId: voice.id, personId: person.id }),
  }));
}

async function choosePortrait(person: Person): Promise<void> {
  const [picture] = await pickFiles('picture');
  if (picture !== undefined) await setPortrait(picture, person.id);
}

export function personMenu(person: Person): readonly MenuEntry[] {
  const voices = voiceEntries(person);
  return [
    ...(voices.length === 0
      ? []
      : [
          {
            kind: 'submenu' as const,
            id: 'voices',
            label: i18n.t('people:speaksVoice'),
            entries: voices,
          },
        ]),
    actionEntry(person, 'people.silent'),
    { kind: 'separator', id: 'line' },
    actionEntry(person, 'people.rename'),
    {
      kind: 'item',
      id: 'portrait',
      label: i18n.t('people:portrait'),
      isEnabled: projectStore.getState().opened?.readOnly === null,
      onChoose: () => void choosePortrait(person).catch(reportError),
    },
    actionEntry(person, 'people.landmarks'),
    { kind: 'separator', id: 'line 2' },
    actionEntry(person, 'people.remove'),
  ];
}
