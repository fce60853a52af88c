// The user's settings: one JSON file, written whole or not at all.
import { readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsSchema, type Settings } from '#core/contract/app-types.ts';
import { errorCode } from '#main/media/disk/disk-error.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { writeWhole } from '#main/media/disk/part-file.ts';
import { Channel } from './channel.ts';

const NOT_READ = 'The settings could not be read and are back to their defaults.';

export class SettingsFile {
  readonly settings: Channel<Settings>;
  /** Set when the file was there but could not be used. */
  readonly notice: string | null;
  private readonly folder: string;
  private readonly path: string;
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, settings: Settings, notice: string | null) {
    this.folder = folder;
    this.path = pathIn(folder);
    this.settings = new Channel(settings);
    this.notice = notice;
  }

  static async open(folder: string): Promise<SettingsFile> {
    const path = pathIn(folder);
    let text;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      // The first start has none.
      const notice = errorCode(error) === 'ENOENT' ? null : NOT_READ;
      return new SettingsFile(folder, settingsSchema.parse({}), notice);
    }
    const parsed = settingsSchema.safeParse(parse(text));
    if (parsed.success) return new SettingsFile(folder, parsed.data, null);
    await rename(path, `${path}.damaged`);
    return new SettingsFile(
      folder,
      settingsSchema.parse({}),
      `${NOT_READ} The old file is kept beside it as "settings.json.damaged".`,
    );
  }

  /** Throws AppError of writing. */
  async change(patch: Partial<Settings>): Promise<Settings> {
    const next = settingsSchema.parse({ ...this.settings.value, ...patch });
    this.settings.set(next);
    const write = this.writing.then(() => this.write(next));
    this.writing = write.catch(() => undefined);
    await write;
    return next;
  }

  private async write(settings: Settings): Promise<void> {
    await ensureFolder(this.folder);
    await writeWhole(this.path, Buffer.from(JSON.stringify(settings, null, 2)));
  }
}

function pathIn(folder: string): string {
  return join(folder, 'settings.json');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
