// Hands files over to the host and shows how far that is.
import type { FileToken } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { endUpload, showUpload } from '../../state/app-store.ts';

export interface AdmittedFile {
  readonly token: FileToken;
  readonly name: string;
  readonly type: string;
}

export async function admitFile(file: File): Promise<AdmittedFile> {
  const id = showUpload(file.name, 0);
  try {
    const token = await theHost().admitFile(file, (share) => showUpload(file.name, share, id));
    return { token, name: file.name, type: file.type };
  } finally {
    endUpload(id);
  }
}
