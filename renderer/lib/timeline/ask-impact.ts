// What the gesture of the moment would cost: asked while the pointer rests for an instant.
import { theHost } from '../../host/the-host.ts';
import { timelineStore } from './timeline-store.ts';
import { projectStore } from '../../state/project-store.ts';

const REST_MS = 120;

let timer: ReturnType<typeof setTimeout> | null = null;

export function askImpact(): void {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void ask(), REST_MS);
}

export function forgetImpact(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (timelineStore.getState().impact !== null) timelineStore.setState({ impact: null });
}

async function ask(): Promise<void> {
  const { opened, overlay } = projectStore.getState();
  if (opened === null || overlay.length === 0) return;
  try {
    const impact = await theHost().call('render.impact', {
      session: opened.session,
      overlay: overlay.map(({ command, input }) => ({ command, input })),
    });
    if (projectStore.getState().overlay === overlay) timelineStore.setState({ impact });
  } catch {
    // The cost is a hint; the edit itself says what is wrong.
    timelineStore.setState({ impact: null });
  }
}
