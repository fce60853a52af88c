// What happens with files that the user brings: a picture makes a new project, a picture on a person
// a portrait, a sound a voice.
import type { MediaId, PersonId } from '#core/project/ids.ts';
import { theHost } from '../../host/the-host.ts';
import { showToast } from '../../state/app-store.ts';
import { reportError } from '../../state/edit.ts';
import { showProject } from '../../state/project-sync.ts';
import { projectStore } from '../../state/project-store.ts';
import { classifyFile, type FileClass } from '../dnd/classify-file.ts';
import { i18n } from '../i18n/i18n.ts';
import { admitFile, type AdmittedFile } from './admit-files.ts';

/** A file that is not with the host yet, or one that is. */
type Source = File | AdmittedFile;

const admitted = (source: Source): Promise<AdmittedFile> =>
  source instanceof File ? admitFile(source) : Promise.resolve(source);

const nameWithoutExtension = (name: string): string => name.replace(/\.[^.]+$/, '');

type Unsuitable = Extract<FileClass, { readonly kind: 'unsuitable' }>;

function refuse(source: Source, { reason }: Unsuitable): void {
  showToast({
    kind: 'error',
    message: i18n.t('dnd:unsuitable.what', { name: source.name }),
    hint: i18n.t(`dnd:unsuitable.${reason}`),
    actionId: null,
  });
}

interface Sorted {
  readonly pictures: readonly Source[];
  readonly voices: readonly Source[];
  readonly projects: readonly Source[];
}

/** Sorts files by what they are; unsuitable ones say why. */
function sortFiles(sources: readonly Source[]): Sorted {
  const pictures: Source[] = [];
  const voices: Source[] = [];
  const projects: Source[] = [];
  for (const source of sources) {
    const found = classifyFile(source);
    if (found.kind === 'picture') pictures.push(source);
    else if (found.kind === 'voice') voices.push(source);
    else if (found.kind === 'project') projects.push(source);
    else if (found.kind === 'unsuitable') refuse(source, found);
  }
  return { pictures, voices, projects };
}

/** Takes whatever was brought where no particular place was meant. */
export async function importFiles(sources: readonly Source[]): Promise<void> {
  const { pictures, voices, projects } = sortFiles(sources);
  if (projects.length > 0) return openProjectFile(projects[0]);
  if (pictures.length > 1) {
    showToast({
      kind: 'warning',
      message: i18n.t('dnd:onePicture', { name: pictures[0].name }),
      hint: i18n.t('dnd:onePictureHint'),
      actionId: null,
    });
  }
  if (pictures.length > 0) await createFromPicture(pictures[0]);
  await addVoices(voices, null);
}

export async function createFromPicture(source: Source): Promise<void> {
  const { token, name } = await admitted(source);
  const opened = await theHost().call('projects.create', {
    picture: token,
    name: nameWithoutExtension(name),
  });
  await showProject(opened);
}

export async function openProjectFile(source: Source): Promise<void> {
  const { token } = await admitted(source);
  await showProject(await theHost().call('projects.open', { file: token }));
}

/** Adds recordings in the order of their names; with a person, that person speaks them. */
export async function addVoices(
  sources: readonly Source[],
  personId: PersonId | null,
): Promise<void> {
  if (sources.length === 0) return;
  const { opened } = projectStore.getState();
  if (opened === null) {
    showToast({
      kind: 'error',
      message: i18n.t('dnd:noPicture'),
      hint: i18n.t('dnd:noPictureHint'),
      actionId: 'file.new',
    });
    return;
  }
  const ordered = sources.toSorted((a, b) =>
    a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
  for (const source of ordered) {
    try {
      const { token } = await admitted(source);
      await theHost().call('import.voice', { session: opened.session, file: token, personId });
    } catch (error) {
      // One bad file does not keep the others out.
      reportError(error);
    }
  }
}

export async function setPortrait(source: Source, personId: PersonId): Promise<void> {
  const { opened } = projectStore.getState();
  if (opened === null) return;
  const { token } = await admitted(source);
  await theHost().call('import.portrait', { session: opened.session, file: token, personId });
}

export async function relinkMedia(source: Source, mediaId: MediaId): Promise<void> {
  const { opened } = projectStore.getState();
  if (opened === null) return;
  const { token } = await admitted(source);
  await theHost().call('import.relink', { session: opened.session, file: token, mediaId });
}
