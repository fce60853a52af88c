import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sourcePath } from '#main/resource-path.ts';

/** Version of this Parley, as the package says. */
export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(sourcePath('package.json'), 'utf8'))).version;
