// Files dropped anywhere on the window: while they hang over it, a label says what they would become.
// Their types are known by then; of types that no browser knows it says only that they are imported.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { personIdSchema, type PersonId } from '#core/project/ids.ts';
import { classifyFile, classifyType } from '../lib/dnd/classify-file.ts';
import {
  addVoices,
  createFromPicture,
  importFiles,
  setPortrait,
} from '../lib/files/import-files.ts';
import { isTextField } from '../lib/keymap/key-dispatcher.ts';
import { reportError } from '../state/edit.ts';
import { projectStore } from '../state/project-store.ts';
import './file-drop.css';

interface Zone {
  readonly name: 'scene' | 'portrait' | 'voices' | 'anything';
  readonly personId: PersonId | null;
}

interface Hovering {
  readonly count: number;
  /** What all of them are; null: of several kinds, or not known. */
  readonly kind: 'picture' | 'voice' | null;
}

const EMPTY: Hovering = { count: 0, kind: null };

/** A person's chip takes portraits and voices, the monitor a new scene, the rest voices. */
function zoneAt(target: EventTarget | null): Zone {
  const anything = { name: 'anything', personId: null } as const;
  if (!(target instanceof Element)) return anything;
  const chip = target.closest<HTMLElement>('[data-person]');
  if (chip?.dataset.person !== undefined) {
    return { name: 'portrait', personId: personIdSchema.parse(chip.dataset.person) };
  }
  if (projectStore.getState().opened === null) return { name: 'scene', personId: null };
  const region = target.closest<HTMLElement>('[data-region]')?.dataset.region;
  if (region === 'monitor') return { name: 'scene', personId: null };
  if (region === 'timeline' || region === 'left') return { name: 'voices', personId: null };
  return anything;
}

async function take(files: readonly File[], zone: Zone): Promise<void> {
  const isPicture = (file: File): boolean => classifyFile(file).kind === 'picture';
  const pictures = files.filter(isPicture);
  if (zone.personId !== null) {
    if (pictures[0] !== undefined) await setPortrait(pictures[0], zone.personId);
    await addVoices(
      files.filter((file) => !isPicture(file)),
      zone.personId,
    );
  } else if (zone.name === 'scene' && files.length === 1 && pictures[0] !== undefined) {
    await createFromPicture(pictures[0]);
  } else await importFiles(files);
}

function filesOver(event: DragEvent): Hovering {
  const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const [first, ...others] = new Set(items.map(({ type }) => classifyType(type).kind));
  const isOne = others.length === 0 && (first === 'picture' || first === 'voice');
  return { count: items.length, kind: isOne ? first : null };
}

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** A link that is dropped would lead the window away; text belongs into fields only. */
function refuse(event: DragEvent): void {
  if (isTextField(event.target)) return;
  event.preventDefault();
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
}

function becomes({ kind }: Hovering, isOnPerson: boolean) {
  if (kind === 'picture') return isOnPerson ? 'portrait' : 'project';
  if (kind === 'voice') return isOnPerson ? 'voiceOf' : 'voice';
  return 'imported';
}

export function FileDrop() {
  const { t } = useTranslation('dnd');
  const [zone, setZone] = useState<Zone | null>(null);
  const [files, setFiles] = useState<Hovering>(EMPTY);
  const people = useStore(projectStore, ({ shown }) => shown.people);

  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) {
        refuse(event);
        return;
      }
      event.preventDefault();
      const next = zoneAt(event.target);
      setZone((now) => (now?.name === next.name && now.personId === next.personId ? now : next));
      const over = filesOver(event);
      setFiles((now) => (now.count === over.count && now.kind === over.kind ? now : over));
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) {
        refuse(event);
        return;
      }
      event.preventDefault();
      setZone(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      take(files, zoneAt(event.target)).catch(reportError);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setZone(null);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      importFiles(files).catch(reportError);
    };
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    window.addEventListener('paste', onPaste, { signal });
    return () => end.abort();
  }, []);

  if (zone === null) return null;
  const name = people.find(({ id }) => id === zone.personId)?.name;
  return (
    <div className={`file-drop file-drop--${zone.name}`} aria-hidden>
      <span className="file-drop__label">
        {t(`becomes.${becomes(files, name !== undefined)}`, { name, count: files.count })}
      </span>
    </div>
  );
}
