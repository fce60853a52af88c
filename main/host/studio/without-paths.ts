// The document as windows get it: files by name only, because where things lie on a user's disk is
// nobody's business in a page.
import type { MediaRef, ProjectDocument } from '#core/project/document.ts';
import type { RowChange } from '#core/project/rows.ts';

export function documentWithoutPaths(document: ProjectDocument): ProjectDocument {
  return { ...document, media: document.media.map(mediaWithoutPaths) };
}

export function changesWithoutPaths(changes: readonly RowChange[]): readonly RowChange[] {
  return changes.map((change) => {
    if (change.kind !== 'media') return change;
    const { before, after } = change;
    return {
      ...change,
      before: before && mediaWithoutPaths(before),
      after: after && mediaWithoutPaths(after),
    };
  });
}

/** The last part of a path of any system: a project may come from another. */
export function nameOfFile(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

function mediaWithoutPaths(media: MediaRef): MediaRef {
  const name = nameOfFile(media.absolutePath);
  return { ...media, absolutePath: name, relativePath: name };
}
