import { openDialog } from '../state/app-store.ts';
import { commitEdit } from '../state/edit.ts';
import { thePlayer } from '../state/playback-store.ts';
import { selectionStore } from '../state/selection-store.ts';
import { changeView } from '../state/view-store.ts';
import { projectStore } from '../state/project-store.ts';
import type { Action, ActionContext } from './action.ts';

const hasFilm = ({ project }: ActionContext): boolean => project.shown.voices.length > 0;
const canWrite = (context: ActionContext): boolean =>
  hasFilm(context) && context.project.opened?.readOnly === null;

const markerAt = ({ project, view }: ActionContext) =>
  project.document.markers.find(({ tick }) => tick === view.playheadTick);

function selectMarker(tick: number): void {
  const found = projectStore.getState().document.markers.find((marker) => marker.tick === tick);
  if (found !== undefined) selectionStore.setState({ markerIds: new Set([found.id]) });
}

const toMarker = (name: string, key: string, by: 1 | -1, menu: number): Action => ({
  id: `range.${name}`,
  group: 'range',
  keys: [key],
  menu,
  isEnabled: ({ project }) => project.document.markers.length > 0,
  perform: ({ project, view }) => {
    const { markers } = project.document;
    const found =
      by > 0
        ? markers.find(({ tick }) => tick > view.playheadTick)
        : markers.findLast(({ tick }) => tick < view.playheadTick);
    if (found === undefined) return;
    thePlayer().seek(found.tick);
    selectMarker(found.tick);
  },
});

export const rangeActions: readonly Action[] = [
  {
    id: 'range.setIn',
    group: 'range',
    keys: ['KeyI'],
    menu: 100,
    isEnabled: hasFilm,
    perform: ({ view }) => {
      const { playheadTick, outTick } = view;
      const isBehind = outTick !== null && outTick <= playheadTick;
      changeView({ inTick: playheadTick, ...(isBehind ? { outTick: null } : {}) });
    },
  },
  {
    id: 'range.setOut',
    group: 'range',
    keys: ['KeyO'],
    menu: 101,
    isEnabled: (context) => hasFilm(context) && context.view.playheadTick > 0,
    perform: ({ view }) => {
      const { playheadTick, inTick } = view;
      const isBefore = inTick !== null && inTick >= playheadTick;
      changeView({ outTick: playheadTick, ...(isBefore ? { inTick: null } : {}) });
    },
  },
  {
    id: 'range.toIn',
    group: 'range',
    keys: ['Shift+KeyI'],
    menu: 200,
    isEnabled: ({ view }) => view.inTick !== null,
    perform: ({ view }) => thePlayer().seek(view.inTick ?? 0),
  },
  {
    id: 'range.toOut',
    group: 'range',
    keys: ['Shift+KeyO'],
    menu: 201,
    isEnabled: ({ view }) => view.outTick !== null,
    perform: ({ view }) => thePlayer().seek(view.outTick ?? 0),
  },
  {
    id: 'range.clearIn',
    group: 'range',
    keys: ['Alt+KeyI'],
    menu: 300,
    isEnabled: ({ view }) => view.inTick !== null,
    perform: () => changeView({ inTick: null }),
  },
  {
    id: 'range.clearOut',
    group: 'range',
    keys: ['Alt+KeyO'],
    menu: 301,
    isEnabled: ({ view }) => view.outTick !== null,
    perform: () => changeView({ outTick: null }),
  },
  {
    id: 'range.clear',
    group: 'range',
    keys: ['Alt+KeyX'],
    menu: 302,
    isEnabled: ({ view }) => view.inTick !== null || view.outTick !== null,
    perform: () => changeView({ inTick: null, outTick: null }),
  },
  {
    id: 'range.marker',
    group: 'range',
    keys: ['KeyM'],
    menu: 400,
    isEnabled: canWrite,
    perform: async (context) => {
      const { playheadTick } = context.view;
      if (markerAt(context) !== undefined) {
        selectMarker(playheadTick);
        openDialog('marker');
        return;
      }
      await commitEdit('setMarkers', { set: [{ tick: playheadTick }] });
      selectMarker(playheadTick);
    },
  },
  {
    id: 'range.editMarker',
    group: 'range',
    keys: [],
    menu: 401,
    isEnabled: (context) => canWrite(context) && context.selection.markerIds.size > 0,
    perform: () => openDialog('marker'),
  },
  toMarker('nextMarker', 'Shift+KeyM', 1, 402),
  toMarker('previousMarker', 'Ctrl+Shift+KeyM', -1, 403),
];
