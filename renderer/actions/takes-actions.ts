import { currentExportSettings } from '../lib/deliver/deliver-store.ts';
import { requestExport } from '../lib/deliver/request-export.ts';
import { i18n } from '../lib/i18n/i18n.ts';
import {
  comparedTakes,
  compareStore,
  pressToggle,
  releaseToggle,
  reviewedTake,
  setMode,
  swapTakes,
} from '../lib/takes/compare-store.ts';
import { goToSeam, seamBeyond } from '../lib/takes/go-to-seam.ts';
import { measureTake, measuringStore } from '../lib/takes/measure-take.ts';
import { canRender, markedRange, rangeOfTake, requestRender } from '../lib/takes/request-render.ts';
import { nextSeed, reviewStore } from '../lib/takes/review-store.ts';
import { theHost } from '../host/the-host.ts';
import type { Action, ActionContext } from './action.ts';

const isReviewing = ({ project, view }: ActionContext): boolean =>
  project.opened !== null && view.page === 'review' && project.takes.length > 0;
const isComparing = (context: ActionContext): boolean =>
  isReviewing(context) && comparedTakes().left !== null;
const canChange = (context: ActionContext): boolean =>
  isReviewing(context) && context.project.opened?.readOnly === null;

const renders: readonly Action[] = [
  {
    id: 'takes.renderRange',
    group: 'takes',
    titleNow: () => (markedRange() === null ? i18n.t('actions:takes.renderAllNow') : null),
    keys: ['KeyR'],
    menu: 100,
    isEnabled: ({ project }) => canRender(project),
    perform: () => requestRender({ range: markedRange() }),
  },
  {
    id: 'takes.renderAll',
    group: 'takes',
    keys: ['Shift+KeyR'],
    menu: 101,
    isEnabled: ({ project }) => canRender(project),
    perform: () => requestRender({}),
  },
  {
    id: 'takes.renderAgain',
    group: 'takes',
    keys: [],
    menu: 102,
    isEnabled: (context) => canChange(context) && canRender(context.project),
    perform: async () => {
      const take = reviewedTake();
      if (take === null) return;
      const { seed } = reviewStore.getState();
      await requestRender({ range: rangeOfTake(take), seed: nextSeed(seed, take.seed) });
      reviewStore.setState({ seed: null });
    },
  },
  {
    id: 'takes.addToQueue',
    group: 'takes',
    keys: ['Ctrl+Enter'],
    keyContext: 'deliver',
    menu: 103,
    isEnabled: ({ project, view }) =>
      view.page === 'deliver' &&
      project.opened !== null &&
      project.opened.readOnly === null &&
      (project.takes.length > 0 || canRender(project)) &&
      currentExportSettings() !== null,
    perform: async () => {
      const settings = currentExportSettings();
      if (settings !== null) await requestExport(settings);
    },
  },
];

const seam = (name: string, key: string, by: 1 | -1, menu: number): Action => ({
  id: `takes.${name}`,
  group: 'takes',
  keys: [key],
  keyContext: 'review',
  menu,
  isEnabled: (context) => isReviewing(context) && seamBeyond(by) !== null,
  repeats: true,
  perform: () => {
    const next = seamBeyond(by);
    if (next !== null) goToSeam(next);
  },
});

const compares: readonly Action[] = [
  {
    id: 'takes.toggle',
    group: 'takes',
    keys: ['KeyQ'],
    keyContext: 'review',
    menu: 200,
    isEnabled: isComparing,
    perform: () => pressToggle(performance.now()),
    release: () => releaseToggle(performance.now()),
  },
  {
    id: 'takes.wipe',
    group: 'takes',
    keys: ['KeyW'],
    keyContext: 'review',
    menu: 201,
    isEnabled: isComparing,
    isOn: () => compareStore.getState().mode === 'wipe',
    perform: () => setMode(compareStore.getState().mode === 'wipe' ? 'toggle' : 'wipe'),
  },
  {
    id: 'takes.swap',
    group: 'takes',
    keys: [],
    menu: 202,
    isEnabled: isComparing,
    perform: swapTakes,
  },
  seam('previousSeam', 'ArrowUp', -1, 300),
  seam('nextSeam', 'ArrowDown', 1, 301),
];

const takes: readonly Action[] = [
  {
    id: 'takes.star',
    group: 'takes',
    titleNow: () => (reviewedTake()?.isStarred === true ? i18n.t('actions:takes.unstar') : null),
    keys: ['Shift+Digit8', 'NumpadMultiply'],
    keyContext: 'review',
    menu: 400,
    isEnabled: canChange,
    isOn: () => reviewedTake()?.isStarred ?? false,
    perform: async ({ project }) => {
      const take = reviewedTake();
      if (take === null || project.opened === null) return;
      const { session } = project.opened;
      await theHost().call('takes.star', { session, takeId: take.id, isStarred: !take.isStarred });
    },
  },
  {
    id: 'takes.measure',
    group: 'takes',
    keys: [],
    menu: 401,
    isEnabled: (context) => {
      const take = reviewedTake();
      return canChange(context) && take !== null && !measuringStore.getState().takeIds.has(take.id);
    },
    perform: async () => {
      const take = reviewedTake();
      if (take !== null) await measureTake(take);
    },
  },
  {
    id: 'takes.rename',
    group: 'takes',
    keys: ['F2'],
    keyContext: 'review',
    menu: 402,
    isEnabled: canChange,
    perform: () => reviewStore.setState({ renamingId: reviewedTake()?.id ?? null }),
  },
  {
    id: 'takes.remove',
    group: 'takes',
    keys: [],
    menu: 403,
    isEnabled: canChange,
    perform: () => reviewStore.setState({ removingId: reviewedTake()?.id ?? null }),
  },
];

export const takesActions: readonly Action[] = [...renders, ...compares, ...takes];
