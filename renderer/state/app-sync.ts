// Keeps the app store equal to what the host says, from the start of the window to its end.
import type { ActivityEvent } from '#core/contract/project-types.ts';
import type { Settings } from '#core/contract/app-types.ts';
import { theHost } from '../host/the-host.ts';
import { appStore, showToast } from './app-store.ts';
import { reportError } from './edit.ts';

/** Asks for the facts of the program and follows settings, engine and activities. */
export async function startAppSync(): Promise<() => void> {
  const host = theHost();
  const start = await host.call('app.start', {});
  appStore.setState({ start, settings: start.settings });
  const ends = [
    host.subscribe('app.settings', {}, (settings) => appStore.setState({ settings }), reportError),
    host.subscribe('app.engine', {}, (engine) => appStore.setState({ engine }), reportError),
    host.subscribe('activity.watch', {}, onActivity, reportError),
    host.onConnection((connection) => appStore.setState({ connection })),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function onActivity(event: ActivityEvent): void {
  if (event.type === 'running') appStore.setState({ activities: event.activities });
  else
    showToast({
      kind: event.level,
      message: event.message,
      hint: event.hint,
      actionId: null,
    });
}

/** Changes settings: shown at once, and as the host keeps them when it has answered. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  appStore.setState(({ settings }) => ({ settings: { ...settings, ...patch } }));
  try {
    const settings = await theHost().call('app.changeSettings', patch);
    appStore.setState({ settings });
  } catch (error) {
    reportError(error);
  }
}
