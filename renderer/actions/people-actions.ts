import type { ViewState } from '#core/contract/project-types.ts';
import type { Person } from '#core/project/document.ts';
import { theHost } from '../host/the-host.ts';
import { i18n } from '../lib/i18n/i18n.ts';
import { assignSelection, canAssign } from '../lib/people/assign-selection.ts';
import { chooseMonitorTool, monitorToolStore } from '../lib/people/monitor-tool.ts';
import { startRename } from '../lib/people/rename-store.ts';
import { voicesOfPerson } from '../lib/people/person-activity.ts';
import { commitEdit } from '../state/edit.ts';
import { changeView } from '../state/view-store.ts';
import type { Action, ActionContext } from './action.ts';

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const canWrite = ({ project }: ActionContext): boolean => project.opened?.readOnly === null;

const personAt = ({ project }: ActionContext, number: number): Person | undefined =>
  project.shown.people[number - 1];

const selectedPerson = ({ project, selection }: ActionContext): Person | undefined =>
  project.shown.people.find(({ id }) => id === selection.personId);

const isOnPicture = ({ view }: ActionContext): boolean =>
  view.page === 'assign' || view.page === 'animate';

const assign = (number: number): Action => ({
  id: `people.assign${number}`,
  group: 'people',
  titleNow: (context) => {
    const person = personAt(context, number);
    return person === undefined ? null : i18n.t('actions:people.assignTo', { name: person.name });
  },
  keys: [`Digit${number}`],
  menu: 100 + number,
  isEnabled: (context) =>
    personAt(context, number) !== undefined && canAssign(context.project, context.selection),
  perform: async (context) => {
    const person = personAt(context, number);
    if (person !== undefined) await assignSelection(person.id);
  },
});

function voiceIdsOf({ project }: ActionContext, person: Person): string[] {
  return voicesOfPerson(project.shown, person.id, -1).map(({ voice }) => voice.id);
}

const solo = (number: number): Action => ({
  id: `people.solo${number}`,
  group: 'people',
  titleNow: (context) => {
    const person = personAt(context, number);
    return person === undefined ? null : i18n.t('actions:people.soloOf', { name: person.name });
  },
  keys: [`Shift+Digit${number}`],
  menu: 200 + number,
  isEnabled: (context) => {
    const person = personAt(context, number);
    return person !== undefined && voiceIdsOf(context, person).length > 0;
  },
  isOn: (context) => {
    const person = personAt(context, number);
    const { soloVoiceIds } = context.view;
    if (person === undefined || soloVoiceIds.length === 0) return false;
    const own = voiceIdsOf(context, person);
    return own.length === soloVoiceIds.length && soloVoiceIds.every((id) => own.includes(id));
  },
  perform: (context) => {
    const person = personAt(context, number);
    if (person === undefined) return;
    const own = context.project.shown.voices
      .map(({ id }) => id)
      .filter((id) => voiceIdsOf(context, person).includes(id));
    const { soloVoiceIds } = context.view;
    const isOn = own.length === soloVoiceIds.length && own.every((id) => soloVoiceIds.includes(id));
    changeView({ soloVoiceIds: isOn ? [] : own });
  },
});

type Shown = 'showBindings' | 'showFaces' | 'showSkeleton' | 'showOnionSkin';

const overlay = (name: Shown, keys: readonly string[], menu: number): Action => ({
  id: `people.${name}`,
  group: 'people',
  keys,
  menu,
  isEnabled: (context) => context.project.shown.people.length > 0 && isOnPicture(context),
  isOn: ({ view }) => view[name],
  perform: ({ view }) => changeView({ [name]: !view[name] } satisfies Partial<ViewState>),
});

const aboutSelected = (
  action: Pick<Action, 'id' | 'keys' | 'menu' | 'isOn'>,
  title: string | null,
  perform: (person: Person, context: ActionContext) => void | Promise<void>,
): Action => ({
  ...action,
  group: 'people',
  titleNow: (context) => {
    const person = selectedPerson(context);
    return title === null || person === undefined ? null : i18n.t(title, { name: person.name });
  },
  isEnabled: (context) => canWrite(context) && selectedPerson(context) !== undefined,
  perform: async (context) => {
    const person = selectedPerson(context);
    if (person !== undefined) await perform(person, context);
  },
});

export const peopleActions: readonly Action[] = [
  ...NUMBERS.map(assign),
  {
    id: 'people.assignNobody',
    group: 'people',
    keys: ['Digit0'],
    menu: 109,
    isEnabled: ({ project, selection }) => canAssign(project, selection),
    perform: () => assignSelection(null),
  },
  ...NUMBERS.map(solo),
  {
    id: 'people.acceptAll',
    group: 'people',
    keys: ['Enter'],
    keyContext: 'assign',
    menu: 300,
    isEnabled: (context) =>
      canWrite(context) &&
      context.view.page === 'assign' &&
      context.project.shown.assignments.some(({ source }) => source === 'proposal'),
    perform: async () => {
      await commitEdit('acceptProposals', { assignmentIds: 'all' });
    },
  },
  {
    id: 'people.findWhoSpeaks',
    group: 'people',
    keys: [],
    menu: 301,
    isEnabled: (context) =>
      canWrite(context) &&
      context.project.analysis.state !== 'running' &&
      context.project.shown.voices.length > 0,
    perform: async ({ project }) => {
      if (project.opened === null) return;
      await theHost().call('analysis.run', { session: project.opened.session });
    },
  },
  aboutSelected(
    {
      id: 'people.silent',
      keys: ['KeyN'],
      menu: 302,
      isOn: (context) => selectedPerson(context)?.silent ?? false,
    },
    'actions:people.silentOf',
    async (person) => {
      await commitEdit('setPersonSilent', { personId: person.id, silent: !person.silent });
    },
  ),
  {
    id: 'people.draw',
    group: 'people',
    keys: [],
    menu: 400,
    isEnabled: (context) =>
      canWrite(context) && context.project.shown.scene !== null && isOnPicture(context),
    isOn: () => monitorToolStore.getState().tool === 'draw-face',
    perform: () => {
      const isOn = monitorToolStore.getState().tool === 'draw-face';
      chooseMonitorTool(isOn ? 'select' : 'draw-face');
    },
  },
  aboutSelected(
    {
      id: 'people.landmarks',
      keys: [],
      menu: 401,
      isOn: () => monitorToolStore.getState().tool === 'landmarks',
    },
    null,
    () => {
      const isOn = monitorToolStore.getState().tool === 'landmarks';
      chooseMonitorTool(isOn ? 'select' : 'landmarks');
    },
  ),
  aboutSelected({ id: 'people.rename', keys: ['F2'], menu: 402 }, null, (person) =>
    startRename(person.id),
  ),
  aboutSelected(
    { id: 'people.remove', keys: [], menu: 403 },
    'actions:people.removeOf',
    async (person) => {
      await commitEdit('removePerson', { personId: person.id });
    },
  ),
  overlay('showBindings', [], 500),
  overlay('showFaces', [], 501),
  overlay('showSkeleton', [], 502),
  overlay('showOnionSkin', ['KeyU'], 503),
];
