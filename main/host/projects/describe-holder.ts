import type { ProjectStore } from '../project-store/project-store.ts';

/** One sentence when the project can only be read, naming who has it; null for the writer. */
export function describeReadOnly(store: ProjectStore): string | null {
  if (store.access === 'writer') return null;
  const { cause, holder } = store.access.readOnly;
  if (cause === 'locked' && holder !== null) {
    return `The project is open for ${holder.owner} (${holder.program}, process ${holder.pid} on ${holder.host}), so it can only be read here.`;
  }
  return cause === 'asked'
    ? null
    : 'The project lies where it may not be written, so it can only be read.';
}
