// Asks the host to find every face again in a film, and follows how far that is.
import { createStore } from 'zustand/vanilla';
import type { Activity, Take, TakeId } from '#core/contract/project-types.ts';
import type { WorkStage } from '#core/contract/work-stage.ts';
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';

/** Takes that are being measured. */
export const measuringStore = createStore<{ readonly takeIds: ReadonlySet<TakeId> }>(() => ({
  takeIds: new Set(),
}));

function mark(takeId: TakeId, isMeasuring: boolean): void {
  measuringStore.setState(({ takeIds }) => {
    const next = new Set(takeIds);
    if (isMeasuring) next.add(takeId);
    else next.delete(takeId);
    return { takeIds: next };
  });
}

export async function measureTake({ id }: Take): Promise<void> {
  const { opened } = projectStore.getState();
  if (opened === null || measuringStore.getState().takeIds.has(id)) return;
  mark(id, true);
  try {
    await theHost().call('takes.measure', { session: opened.session, takeId: id });
  } catch (error) {
    reportError(error);
  } finally {
    mark(id, false);
  }
}

/** The running activity of a measurement, for its progress and to cancel it. */
export function measuringActivity(
  activities: readonly Activity[],
  session: string | null,
): Activity | null {
  return (
    activities.find((each) => each.session === session && MEASURING.includes(each.stage)) ?? null
  );
}

/** The steps of a measurement. */
const MEASURING: readonly WorkStage[] = ['measure', 'listen', 'prepareVoices'];
