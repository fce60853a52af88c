// What the desktop shell gives the page besides the contract: `window.parley`, put there by the
// preload script. A page in a browser has none of it.
import { z } from 'zod';
import type { FileToken } from './project-types.ts';

/** One entry of the native menu, made from the action registry. */
export interface MenuEntry {
  /** Action id. */
  readonly id: string;
  readonly label: string;
  /** Electron accelerator, shown only; keys are handled by the page. Null: none. */
  readonly accelerator: string | null;
  readonly isEnabled: boolean;
  /** Null: no toggle. */
  readonly isOn: boolean | null;
}

export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

const menuEntrySchema = z.strictObject({
  id: z.string().max(64),
  label: z.string().max(200),
  accelerator: z.string().max(64).nullable(),
  isEnabled: z.boolean(),
  isOn: z.boolean().nullable(),
});
export const menuSchema: z.ZodType<readonly MenuGroup[]> = z
  .array(
    z.strictObject({
      label: z.string().max(64),
      entries: z.array(menuEntrySchema).max(100),
    }),
  )
  .max(16);

export const pickSchema = z.enum(['project', 'picture', 'voices', 'folder', 'media']);
export type PickKind = z.infer<typeof pickSchema>;

export interface PickedFile {
  readonly token: FileToken;
  readonly name: string;
}

export interface DesktopBridge {
  /** Where media links lead, e.g. `media://parley`. */
  readonly mediaOrigin: string;
  /** A message of the contract to the host, see wire.ts. */
  send(message: unknown): void;
  onMessage(listener: (message: never) => void): () => void;
  /** @param file a File of the page; its path goes to the host, not to the page */
  admitFile(file: unknown): Promise<FileToken>;
  /** Shows the system's own file dialog. Empty when the user cancels. */
  pick(what: PickKind): Promise<readonly PickedFile[]>;
  setMenu(menu: readonly MenuGroup[]): void;
  /** An entry of the native menu was chosen. */
  onAction(listener: (id: never) => void): () => void;
  /** The program was started with a project, or a project was opened from outside. */
  onOpen(listener: (file: never) => void): () => void;
  setTitle(title: string, isEdited: boolean): void;
}
