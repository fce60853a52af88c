// Which project this window shows, so that a page that is loaded again shows it again.
import type { OpenedProject } from '#core/contract/project-types.ts';
import { theHost } from '../host/the-host.ts';

const NAME = 'parley.project';

export function rememberProject({ displayPath }: OpenedProject): void {
  sessionStorage.setItem(NAME, displayPath);
}

export function forgetProject(): void {
  sessionStorage.removeItem(NAME);
}

/** Opens what the page showed before it was loaded again. Null when it showed nothing, or that is gone. */
export async function reopenProject(): Promise<OpenedProject | null> {
  const shown = sessionStorage.getItem(NAME);
  if (shown === null) return null;
  const listed = await theHost().call('projects.list', {});
  const known = listed.find(({ displayPath, isMissing }) => displayPath === shown && !isMissing);
  return known === undefined ? null : theHost().call('projects.open', { ref: known.ref });
}
