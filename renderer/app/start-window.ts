// From a page to a working window: the host, the facts of the program, keys, sound.
import { readContext } from '../actions/action-context.ts';
import { performAction } from '../actions/perform-action.ts';
import { ACTIONS } from '../actions/registry.ts';
import { connect } from '../host/connect.ts';
import { setHost, theHost } from '../host/the-host.ts';
import { theDesktop } from '../lib/files/desktop.ts';
import { changeLocale } from '../lib/i18n/i18n.ts';
import { startKeys } from '../lib/keymap/key-dispatcher.ts';
import { buildKeyMap, type KeyMap } from '../lib/keymap/key-map.ts';
import { readKeyboardLayout } from '../lib/keymap/key-label.ts';
import { startPlayback } from '../lib/playback/start-playback.ts';
import { appStore } from '../state/app-store.ts';
import { startAppSync } from '../state/app-sync.ts';
import { reportError } from '../state/edit.ts';
import { showProject } from '../state/project-sync.ts';
import { reopenProject } from '../state/shown-project.ts';
import { watchView } from '../state/view-sync.ts';
import { startDesktopMenu } from './desktop-menu.ts';

/** Throws AppError when there is no host to speak to. */
export async function startWindow(): Promise<void> {
  setHost(await connect());
  await startAppSync();
  watchView();
  startPlayback();
  startSettings();
  startKeyMap();
  // Only the labels of keys depend on it.
  readKeyboardLayout().catch(() => undefined);
  await showAgain().catch(reportError);
  const desktop = theDesktop();
  if (desktop === null) return;
  startDesktopMenu(desktop);
  desktop.onOpen((file) => {
    theHost().call('projects.open', { file }).then(showProject).catch(reportError);
  });
}

/** A page that is loaded again shows the project that it showed. */
async function showAgain(): Promise<void> {
  const shown = await reopenProject();
  if (shown !== null) await showProject(shown);
}

/** Scale and language of the interface follow the settings. */
function startSettings(): void {
  const apply = ({ settings }: ReturnType<typeof appStore.getState>): void => {
    document.documentElement.style.setProperty('zoom', `${settings.uiScale}%`);
    document.documentElement.lang = settings.locale;
    void changeLocale(settings.locale);
  };
  apply(appStore.getState());
  appStore.subscribe((state, before) => {
    if (state.settings !== before.settings) apply(state);
  });
}

function startKeyMap(): void {
  let made: { readonly settings: unknown; readonly map: KeyMap } | null = null;
  const keyMap = (): KeyMap => {
    const { settings } = appStore.getState();
    if (made?.settings !== settings) made = { settings, map: buildKeyMap(ACTIONS, settings) };
    return made.map;
  };
  startKeys({ keyMap, context: readContext, perform: (action) => performAction(action) });
}
