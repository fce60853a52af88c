import { countFilmFrames } from '#core/render/film-length.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { i18n } from '../lib/i18n/i18n.ts';
import { findEditPoint } from '../lib/playback/edit-points.ts';
import { filmExtent, frameAt } from '../lib/playback/film-extent.ts';
import { nextShuttleRate, SLOW_RATE } from '../lib/playback/shuttle.ts';
import { soundStore } from '../lib/playback/sound-store.ts';
import { thePlayer } from '../state/playback-store.ts';
import { changeView, viewStore } from '../state/view-store.ts';
import type { Action, ActionContext } from './action.ts';

const hasFilm = ({ project }: ActionContext): boolean => countFilmFrames(project.shown) > 0;

/** While K is held, J and L play slowly. */
let isHolding = false;

const shuttle = (name: string, key: string, direction: 1 | -1, menu: number): Action => ({
  id: `transport.${name}`,
  group: 'transport',
  keys: [key],
  menu,
  isEnabled: hasFilm,
  perform: ({ playback }) => {
    const now = playback.isPlaying ? playback.rate : 0;
    thePlayer().play(isHolding ? direction * SLOW_RATE : nextShuttleRate(now, direction));
  },
  release: () => {
    if (isHolding) thePlayer().pause();
  },
});

const step = (name: string, keys: readonly string[], frames: number, menu: number): Action => ({
  id: `transport.${name}`,
  group: 'transport',
  keys,
  menu,
  isEnabled: hasFilm,
  repeats: true,
  perform: () => {
    thePlayer().pause();
    const extent = filmExtent();
    const frame = frameAt(extent, viewStore.getState().playheadTick) + frames;
    const inside = Math.max(0, Math.min(extent.frames - 1, frame));
    thePlayer().seek(frameToTicks(inside, extent.rate));
  },
});

const edge = (name: string, key: string, isEnd: boolean, menu: number): Action => ({
  id: `transport.${name}`,
  group: 'transport',
  keys: [key],
  menu,
  isEnabled: hasFilm,
  perform: () => {
    const { frames, rate } = filmExtent();
    thePlayer().seek(isEnd ? frameToTicks(frames - 1, rate) : 0);
  },
});

const toEdit = (name: string, key: string, direction: 1 | -1, menu: number): Action => ({
  id: `transport.${name}`,
  group: 'transport',
  keys: [key],
  menu,
  isEnabled: hasFilm,
  repeats: true,
  perform: ({ project, view }) => {
    const tick = findEditPoint(project.shown, view.playheadTick, direction);
    if (tick !== null) thePlayer().seek(tick);
  },
});

const source = (name: 'draft' | 'final', menu: number): Action => ({
  id: name === 'draft' ? 'transport.showDraft' : 'transport.showFinal',
  group: 'transport',
  keys: [],
  menu,
  isEnabled: hasFilm,
  isOn: ({ view }) => view.monitorSource === name,
  perform: () => changeView({ monitorSource: name }),
});

export const transportActions: readonly Action[] = [
  {
    id: 'transport.play',
    group: 'transport',
    titleNow: ({ playback }) => (playback.isPlaying ? i18n.t('actions:transport.pause') : null),
    keys: ['Space'],
    menu: 100,
    isEnabled: hasFilm,
    perform: ({ playback }) => (playback.isPlaying ? thePlayer().pause() : thePlayer().play()),
  },
  shuttle('playBackwards', 'KeyJ', -1, 101),
  {
    id: 'transport.stop',
    group: 'transport',
    keys: ['KeyK'],
    menu: 102,
    isEnabled: hasFilm,
    perform: () => {
      isHolding = true;
      thePlayer().pause();
    },
    release: () => {
      isHolding = false;
    },
  },
  shuttle('playForwards', 'KeyL', 1, 103),
  step('frameBack', ['ArrowLeft'], -1, 200),
  step('frameOn', ['ArrowRight'], 1, 201),
  step('tenFramesBack', ['Shift+ArrowLeft'], -10, 202),
  step('tenFramesOn', ['Shift+ArrowRight'], 10, 203),
  edge('toStart', 'Home', false, 204),
  edge('toEnd', 'End', true, 205),
  toEdit('previousEdit', 'ArrowUp', -1, 206),
  toEdit('nextEdit', 'ArrowDown', 1, 207),
  {
    id: 'transport.loop',
    group: 'transport',
    keys: ['Slash'],
    menu: 300,
    isEnabled: hasFilm,
    isOn: ({ view }) => view.isLooping,
    perform: ({ view }) => changeView({ isLooping: !view.isLooping }),
  },
  {
    id: 'transport.mute',
    group: 'transport',
    keys: [],
    menu: 301,
    isOn: () => soundStore.getState().isMuted,
    perform: () => soundStore.setState(({ isMuted }) => ({ isMuted: !isMuted })),
  },
  source('draft', 400),
  source('final', 401),
];
