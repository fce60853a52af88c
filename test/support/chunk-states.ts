// What the host says of the chunks of the newest project, asked as one more window would.
import type { ChunkStateName, ChunksEvent } from '#core/contract/project-types.ts';
import type { Studio } from '#main/host/studio/create-studio.ts';

export async function chunkStates({ procedures }: Studio): Promise<ChunkStateName[]> {
  const end = new AbortController();
  const [listing] = await procedures['projects.list']({}, end.signal);
  if (listing === undefined) throw new Error('There is no project.');
  const { session } = await procedures['projects.open']({ ref: listing.ref }, end.signal);
  const event = await new Promise<ChunksEvent>((resolve, reject) => {
    const watching = procedures['render.chunks']({ session }, resolve, end.signal);
    Promise.resolve(watching).catch(reject);
  });
  end.abort();
  await procedures['projects.close']({ session }, end.signal);
  return event.chunks.map(({ state }) => state);
}
