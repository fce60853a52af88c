import { openDialog } from '../../state/app-store.ts';

export const closeDialog = (): void => openDialog(null);
