// Opening a project for the time of one operation.

import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { ProjectStore, type StoreServices } from '../project-store/project-store.ts';

/** @param program what opens the project, for the second opener to read */
export function storeServices(program: string): StoreServices {
  return {
    ids: randomUUID,
    clock: Date.now,
    opener: { owner: userName(), program },
  };
}

/** Opens, hands over, closes. Throws what `ProjectStore.open` throws. */
export async function withProject<T>(
  path: string,
  services: StoreServices,
  options: { readonly readOnly?: boolean },
  use: (store: ProjectStore) => Promise<T>,
): Promise<T> {
  const store = ProjectStore.open(path, services, options);
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without a name, as in some containers.
    return 'an unnamed user';
  }
}
