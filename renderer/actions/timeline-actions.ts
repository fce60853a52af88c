import { commitEdit } from '../state/edit.ts';
import { changeView } from '../state/view-store.ts';
import { filmExtent } from '../lib/playback/film-extent.ts';
import { selectedScoreKeys } from '../lib/timeline/key-selection.ts';
import { timelineStore, type TimelineTool } from '../lib/timeline/timeline-store.ts';
import { showTime, timeScale } from '../lib/timeline/time-view.ts';
import { fitTicksPerPixel, zoomAt } from '../lib/timeline/zoom.ts';
import type { Action, ActionContext } from './action.ts';

const ZOOM_STEP = 1.5;

const hasFilm = ({ project }: ActionContext): boolean => project.shown.voices.length > 0;

const tool = (name: TimelineTool, key: string, menu: number): Action => ({
  id: `timeline.${name}`,
  group: 'timeline',
  keys: [key],
  menu,
  isEnabled: hasFilm,
  isOn: () => timelineStore.getState().tool === name,
  perform: () => timelineStore.setState({ tool: name }),
});

/** Around the playhead while it is on screen, else around the middle. */
function zoomBy(factor: number, playheadTick: number): void {
  const { widthPx } = timelineStore.getState();
  const scale = timeScale();
  const x = (playheadTick - scale.startTick) / scale.ticksPerPixel;
  showTime(zoomAt(scale, factor, x >= 0 && x <= widthPx ? x : widthPx / 2));
}

function showRange(startTick: number, endTick: number): void {
  const { widthPx } = timelineStore.getState();
  const margin = (endTick - startTick) * 0.1;
  const ticksPerPixel = (endTick - startTick + 2 * margin) / Math.max(1, widthPx);
  showTime({ startTick: startTick - margin, ticksPerPixel });
}

/** What is selected, else In to Out, else nothing. */
function selectedRange({ view, project, selection }: ActionContext) {
  const ticks = selectedScoreKeys().flatMap((own) => own.ticks);
  const clips = project.shown.assignments.filter(({ id }) => selection.assignmentIds.has(id));
  const all = [
    ...ticks,
    ...clips.flatMap((clip) => [clip.startTick, clip.endTick ?? filmExtent().endTick]),
  ];
  if (all.length > 1) return [Math.min(...all), Math.max(...all)] as const;
  const { inTick, outTick } = view;
  return inTick === null || outTick === null ? null : ([inTick, outTick] as const);
}

export const timelineActions: readonly Action[] = [
  tool('select', 'KeyV', 100),
  tool('split', 'KeyB', 101),
  tool('pencil', 'KeyP', 102),
  {
    id: 'timeline.splitAtPlayhead',
    group: 'timeline',
    keys: ['Ctrl+KeyB'],
    menu: 200,
    isEnabled: ({ project, selection }) =>
      project.opened?.readOnly === null && selection.voiceId !== null,
    perform: async ({ selection, view }) => {
      if (selection.voiceId === null) return;
      await commitEdit('splitAssignment', { voiceId: selection.voiceId, tick: view.playheadTick });
    },
  },
  {
    id: 'timeline.snap',
    group: 'timeline',
    keys: ['KeyS'],
    menu: 300,
    isEnabled: hasFilm,
    isOn: ({ view }) => view.isSnapping,
    perform: ({ view }) => changeView({ isSnapping: !view.isSnapping }),
  },
  {
    id: 'timeline.follow',
    group: 'timeline',
    keys: [],
    menu: 301,
    isEnabled: hasFilm,
    isOn: ({ view }) => view.isFollowing,
    perform: ({ view }) => changeView({ isFollowing: !view.isFollowing }),
  },
  {
    id: 'timeline.zoomIn',
    group: 'timeline',
    keys: ['Equal'],
    menu: 400,
    isEnabled: hasFilm,
    repeats: true,
    perform: ({ view }) => zoomBy(ZOOM_STEP, view.playheadTick),
  },
  {
    id: 'timeline.zoomOut',
    group: 'timeline',
    keys: ['Minus'],
    menu: 401,
    isEnabled: hasFilm,
    repeats: true,
    perform: ({ view }) => zoomBy(1 / ZOOM_STEP, view.playheadTick),
  },
  {
    id: 'timeline.fit',
    group: 'timeline',
    keys: ['Shift+KeyZ', 'Backslash'],
    menu: 402,
    isEnabled: hasFilm,
    perform: () => {
      const { widthPx } = timelineStore.getState();
      const ticksPerPixel = fitTicksPerPixel(filmExtent().endTick, widthPx);
      showTime({ startTick: 0, ticksPerPixel }, true);
    },
  },
  {
    id: 'timeline.zoomToSelection',
    group: 'timeline',
    keys: ['KeyZ'],
    menu: 403,
    isEnabled: (context) => hasFilm(context) && selectedRange(context) !== null,
    perform: (context) => {
      const range = selectedRange(context);
      if (range !== null) showRange(range[0], range[1]);
    },
  },
  {
    id: 'timeline.centre',
    group: 'timeline',
    keys: ['KeyC'],
    menu: 404,
    isEnabled: hasFilm,
    perform: ({ view }) => {
      const { widthPx } = timelineStore.getState();
      const scale = timeScale();
      showTime({
        ...scale,
        startTick: view.playheadTick - (widthPx / 2) * scale.ticksPerPixel,
      });
    },
  },
];
