import { onlyShown } from './only-shown.ts';
import {
  addKeyAtPlayhead,
  hasSelectedKeys,
  interpolateSelected,
  keyPersonId,
  mirrorToOther,
  nudge,
  shiftBy,
  silence,
  smooth,
} from '../lib/timeline/key-operations.ts';
import { goToKey } from '../lib/timeline/go-to-key.ts';
import type { Action, ActionContext } from './action.ts';

const SHIFT_MS = 40;
const RAISE_BY = 0.05;

const canWrite = ({ project }: ActionContext): boolean =>
  project.opened?.readOnly === null && project.shown.voices.length > 0;
const hasPerson = (context: ActionContext): boolean =>
  canWrite(context) && keyPersonId() !== null && onlyShown(context, 'animate');
const hasKeys = (context: ActionContext): boolean => canWrite(context) && hasSelectedKeys();

const nudging = (
  name: string,
  key: string,
  frames: number,
  value: number,
  menu: number,
): Action => ({
  id: `keys.${name}`,
  group: 'keys',
  keys: [key],
  keyContext: 'keys',
  menu,
  isEnabled: hasKeys,
  repeats: true,
  perform: () => nudge(frames, value),
});

export const keysActions: readonly Action[] = [
  {
    id: 'keys.add',
    group: 'keys',
    keys: ['KeyA'],
    keyContext: 'animate',
    menu: 100,
    isEnabled: hasPerson,
    perform: addKeyAtPlayhead,
  },
  {
    id: 'keys.previous',
    group: 'keys',
    keys: ['Comma'],
    menu: 110,
    isEnabled: ({ project }) => project.shown.scoreKeys.length + project.shown.poseKeys.length > 0,
    perform: () => goToKey(-1),
  },
  {
    id: 'keys.next',
    group: 'keys',
    keys: ['Period'],
    menu: 111,
    isEnabled: ({ project }) => project.shown.scoreKeys.length + project.shown.poseKeys.length > 0,
    perform: () => goToKey(1),
  },
  nudging('earlier', 'ArrowLeft', -1, 0, 200),
  nudging('later', 'ArrowRight', 1, 0, 201),
  nudging('muchEarlier', 'Shift+ArrowLeft', -10, 0, 202),
  nudging('muchLater', 'Shift+ArrowRight', 10, 0, 203),
  nudging('raise', 'Alt+ArrowUp', 0, RAISE_BY, 204),
  nudging('lower', 'Alt+ArrowDown', 0, -RAISE_BY, 205),
  {
    id: 'keys.ease',
    group: 'keys',
    keys: ['F9'],
    keyContext: 'keys',
    menu: 300,
    isEnabled: hasKeys,
    perform: () => interpolateSelected('bezier'),
  },
  {
    id: 'keys.linear',
    group: 'keys',
    keys: ['Shift+F9'],
    keyContext: 'keys',
    menu: 301,
    isEnabled: hasKeys,
    perform: () => interpolateSelected('linear'),
  },
  {
    id: 'keys.hold',
    group: 'keys',
    keys: ['Ctrl+F9'],
    keyContext: 'keys',
    menu: 302,
    isEnabled: hasKeys,
    perform: () => interpolateSelected('hold'),
  },
  { id: 'keys.smooth', group: 'keys', keys: [], menu: 400, isEnabled: hasPerson, perform: smooth },
  {
    id: 'keys.silence',
    group: 'keys',
    keys: [],
    menu: 401,
    isEnabled: hasPerson,
    perform: silence,
  },
  {
    id: 'keys.mirror',
    group: 'keys',
    keys: [],
    menu: 402,
    isEnabled: (context) => hasPerson(context) && context.project.shown.people.length > 1,
    perform: mirrorToOther,
  },
  {
    id: 'keys.shiftEarlier',
    group: 'keys',
    keys: ['Alt+ArrowLeft'],
    keyContext: 'animate',
    menu: 403,
    isEnabled: hasPerson,
    repeats: true,
    perform: () => shiftBy(-SHIFT_MS),
  },
  {
    id: 'keys.shiftLater',
    group: 'keys',
    keys: ['Alt+ArrowRight'],
    keyContext: 'animate',
    menu: 404,
    isEnabled: hasPerson,
    repeats: true,
    perform: () => shiftBy(SHIFT_MS),
  },
];
