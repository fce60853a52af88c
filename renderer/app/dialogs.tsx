// The one dialog that is open, if any.
import { useStore } from 'zustand';
import { AboutDialog } from '../features/dialogs/about-dialog.tsx';
import { HistoryDialog } from '../features/dialogs/history-dialog.tsx';
import { KeysDialog } from '../features/dialogs/keys-dialog.tsx';
import { MarkerDialog } from '../features/dialogs/marker-dialog.tsx';
import { ModelsDialog } from '../features/dialogs/models-dialog.tsx';
import { OpenDialog } from '../features/dialogs/open-dialog.tsx';
import { PaletteDialog } from '../features/dialogs/palette-dialog.tsx';
import { RenameDialog } from '../features/dialogs/rename-dialog.tsx';
import { SettingsDialog } from '../features/dialogs/settings-dialog.tsx';
import { appStore, type DialogName } from '../state/app-store.ts';

const DIALOGS: Readonly<Record<DialogName, () => React.ReactNode>> = {
  palette: PaletteDialog,
  keys: KeysDialog,
  settings: SettingsDialog,
  models: ModelsDialog,
  history: HistoryDialog,
  open: OpenDialog,
  rename: RenameDialog,
  about: AboutDialog,
  marker: MarkerDialog,
};

export function Dialogs() {
  const name = useStore(appStore, (app) => app.dialog);
  if (name === null) return null;
  const Shown = DIALOGS[name];
  return <Shown />;
}
