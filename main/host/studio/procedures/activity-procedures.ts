// What the host is doing besides the queue.
import type { AreaProcedures, StudioContext } from '../studio-context.ts';

export function createActivityProcedures({
  activities,
}: StudioContext): AreaProcedures<'activity'> {
  return {
    'activity.watch': (_input, emit, signal) => activities.follow(emit, signal),
    'activity.cancel': ({ id }) => {
      activities.cancel(id);
      return null;
    },
  };
}
