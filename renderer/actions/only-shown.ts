// Some actions make sense on one page only.
import type { ViewState } from '#core/contract/project-types.ts';
import type { ActionContext } from './action.ts';

export function onlyShown({ view }: ActionContext, page: ViewState['page']): boolean {
  return view.page === page;
}
