// The document of the newest project, asked of the host as one more window would.
import type { DocumentEvent } from '#core/contract/project-types.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { Studio } from '#main/host/studio/create-studio.ts';

export async function projectDocument({ procedures }: Studio): Promise<ProjectDocument> {
  const end = new AbortController();
  const [listing] = await procedures['projects.list']({}, end.signal);
  if (listing === undefined) throw new Error('There is no project.');
  const { session } = await procedures['projects.open']({ ref: listing.ref }, end.signal);
  const event = await new Promise<DocumentEvent>((resolve, reject) => {
    const watching = procedures['document.watch']({ session }, resolve, end.signal);
    Promise.resolve(watching).catch(reject);
  });
  end.abort();
  await procedures['projects.close']({ session }, end.signal);
  if (event.type !== 'snapshot') throw new Error('The first event is a snapshot.');
  return event.document;
}
