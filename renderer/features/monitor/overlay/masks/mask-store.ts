// The shapes of all people of the picture, kept in step with the document.
import { createStore } from 'zustand/vanilla';
import type { Person, ProjectDocument } from '#core/project/document.ts';
import type { SessionId } from '#core/contract/project-types.ts';
import type { MediaId, PersonId } from '#core/project/ids.ts';
import { theHost } from '../../../../host/the-host.ts';
import { projectStore, type ProjectState } from '../../../../state/project-store.ts';
import { pictureSizeOf } from '../../stage/film-size.ts';
import { maskFromFace, maskFromMatte, type PersonMask } from './person-mask.ts';

export interface MaskState {
  readonly masks: ReadonlyMap<PersonId, PersonMask>;
}

export const maskStore = createStore<MaskState>(() => ({ masks: new Map() }));

/** What a shape is made from. */
function basisOf({ matteId, face }: Person): string {
  return matteId ?? [...face.box, ...face.region].join();
}

async function fetchMatte(session: SessionId, mediaId: MediaId): Promise<ImageBitmap> {
  const { url } = await theHost().call('media.link', {
    session,
    item: { kind: 'media', mediaId },
  });
  const answer = await fetch(theHost().addressOf(url));
  if (!answer.ok) throw new Error(`A matte answers ${answer.status}.`);
  return createImageBitmap(await answer.blob());
}

class MaskFollower {
  private readonly made = new Map<
    PersonId,
    { readonly basis: string; readonly mask: PersonMask }
  >();
  private isEnded = false;

  follow(project: ProjectState): void {
    if (this.isEnded) return;
    const { shown, opened } = project;
    for (const id of this.made.keys())
      if (shown.people.every((person) => person.id !== id)) this.made.delete(id);
    for (const person of shown.people) {
      const basis = basisOf(person);
      if (this.made.get(person.id)?.basis === basis) continue;
      // Stands in until the matte is there, and for good where it cannot be read.
      this.made.set(person.id, { basis, mask: maskFromFace(person.face, pictureSizeOf(shown)) });
      if (person.matteId !== null && opened !== null)
        void this.load(opened.session, person, basis, shown);
    }
    this.publish();
  }

  end(): void {
    this.isEnded = true;
  }

  private async load(
    session: SessionId,
    person: Person,
    basis: string,
    document: ProjectDocument,
  ): Promise<void> {
    if (person.matteId === null) return;
    try {
      const matte = await fetchMatte(session, person.matteId);
      if (this.isEnded || this.made.get(person.id)?.basis !== basis) return;
      this.made.set(person.id, { basis, mask: maskFromMatte(matte, pictureSizeOf(document)) });
      matte.close();
      this.publish();
    } catch {
      // The figure around the face stays; a matte that is gone is reported with the missing media.
    }
  }

  private publish(): void {
    maskStore.setState({ masks: new Map([...this.made].map(([id, { mask }]) => [id, mask])) });
  }
}

/** Shapes take a while: the frame in which people appear does not wait for them. @returns stops following */
export function followMasks(): () => void {
  const follower = new MaskFollower();
  let frame = 0;
  const followSoon = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      setTimeout(() => follower.follow(projectStore.getState()));
    });
  };
  followSoon();
  const end = projectStore.subscribe((project, before) => {
    if (project.shown.people !== before.shown.people || project.opened !== before.opened)
      followSoon();
  });
  return () => {
    end();
    cancelAnimationFrame(frame);
    follower.end();
  };
}
