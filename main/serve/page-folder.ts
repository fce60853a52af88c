// Where the built window lies.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { sourcePath } from '#main/resource-path.ts';

/** Throws AppError `window-not-built`. */
export function builtPage(): string {
  const folder = sourcePath('out', 'renderer');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new AppError({
    category: 'usage',
    code: 'window-not-built',
    message: 'The window has not been built in this clone yet.',
    hint: 'Run "npm start", which builds it first, or "npm run build".',
  });
}
