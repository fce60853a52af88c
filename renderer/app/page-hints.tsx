// What keys and pointer do on a page while no tool says more. The keys are those of the user's map.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ViewState } from '#core/contract/project-types.ts';
import { useAction } from '../actions/use-action.ts';
import { projectStore } from '../state/project-store.ts';
import { viewStore } from '../state/view-store.ts';

interface PageHint {
  /** First of the keys that do it. */
  readonly from: string;
  /** Last of a row of keys. */
  readonly to?: string;
}

const WITHOUT_PROJECT: readonly PageHint[] = [
  { from: 'file.open' },
  { from: 'file.import' },
  { from: 'help.keys' },
];
const OF_PAGE: Readonly<Record<ViewState['page'], readonly PageHint[]>> = {
  assign: [
    { from: 'people.assign1', to: 'people.assign8' },
    { from: 'people.assignNobody' },
    { from: 'people.silent' },
    { from: 'timeline.split' },
  ],
  animate: [
    { from: 'keys.add' },
    { from: 'keys.next' },
    { from: 'timeline.pencil' },
    { from: 'transport.play' },
  ],
  review: [{ from: 'takes.toggle' }, { from: 'takes.nextSeam' }, { from: 'takes.star' }],
  deliver: [{ from: 'range.setIn' }, { from: 'range.setOut' }, { from: 'takes.addToQueue' }],
};

export function PageHints() {
  const hasProject = useStore(projectStore, (project) => project.opened !== null);
  const page = useStore(viewStore, (view) => view.page);
  const hints = hasProject ? OF_PAGE[page] : WITHOUT_PROJECT;
  return hints.map((hint) => <Hint key={hint.from} {...hint} />);
}

function Hint({ from, to = from }: PageHint) {
  const { t } = useTranslation('shell');
  const first = useAction(from);
  const last = useAction(to);
  if (first.key === null || last.key === null) return null;
  const isRow = from !== to;
  return (
    <span>
      <b>{isRow ? t('hints.row', { first: first.key, last: last.key }) : first.key}</b>{' '}
      {isRow ? t('hints.assign') : first.title}
    </span>
  );
}
