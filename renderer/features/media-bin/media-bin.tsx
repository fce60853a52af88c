// Pictures and voices of the project. A voice is dragged from here onto a face or a person.
import { AudioLines, Image, Plus } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MediaRef, Voice } from '#core/project/document.ts';
import { ticksToSeconds } from '#core/time/ticks.ts';
import type { DragPayload } from '../../lib/dnd/drag-payload.ts';
import { beginVoiceDrag, pickUpVoice } from '../../lib/dnd/voice-drag.ts';
import { relinkMedia } from '../../lib/files/import-files.ts';
import { pickFiles } from '../../lib/files/pick-files.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import './media-bin.css';

export function MediaBin() {
  const { t } = useTranslation('media');
  const media = useStore(projectStore, ({ shown }) => shown.media);
  const voices = useStore(projectStore, ({ shown }) => shown.voices);
  const pictureId = useStore(projectStore, ({ shown }) => shown.scene?.pictureId ?? null);
  const picture = media.find(({ id }) => id === pictureId);
  const count = voices.length + Number(picture !== undefined);
  return (
    <Panel
      className="media-bin"
      title={t('title')}
      detail={count > 0 && t('count', { count })}
      tools={<ActionButton action="file.import" icon={Plus} isIconOnly />}
    >
      {count === 0 && <EmptyState>{t('empty')}</EmptyState>}
      <ul aria-label={t('title')}>
        {picture !== undefined && <PictureRow media={picture} />}
        {voices.map((voice) => (
          <VoiceRow key={voice.id} voice={voice} />
        ))}
      </ul>
    </Panel>
  );
}

function PictureRow({ media }: { readonly media: MediaRef }) {
  const { t } = useTranslation('media');
  const name = fileNameOf(media);
  const isMissing = useIsMissing(media.id);
  const size =
    media.kind === 'voice'
      ? ''
      : t('pixels', { width: media.facts.width, height: media.facts.height });
  return (
    <li className="media-bin__row">
      <Icon shape={Image} />
      <span className="media-bin__name ellipsis" title={name}>
        {name}
      </span>
      {isMissing ? <Offline mediaId={media.id} /> : <span className="media-bin__size">{size}</span>}
    </li>
  );
}

function VoiceRow({ voice }: { readonly voice: Voice }) {
  const { t } = useTranslation('media');
  const isSelected = useStore(selectionStore, ({ voiceId }) => voiceId === voice.id);
  const isUsed = useStore(projectStore, ({ shown }) =>
    shown.assignments.some((each) => each.voiceId === voice.id && each.personId !== null),
  );
  const isMissing = useIsMissing(voice.mediaId);
  const payload: DragPayload = {
    kind: 'voice',
    voiceId: voice.id,
    name: voice.name,
    startTick: null,
    endTick: null,
  };
  const select = (): void => {
    selectionStore.setState({ voiceId: voice.id, assignmentIds: new Set() });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.code !== 'Space') return;
    event.preventDefault();
    event.stopPropagation();
    pickUpVoice(payload);
  };
  return (
    <li
      className={classNames(
        'media-bin__row',
        isSelected && 'media-bin__row--selected',
        !isUsed && 'media-bin__row--free',
      )}
      data-voice={voice.id}
    >
      <button
        type="button"
        className="media-bin__grip"
        aria-pressed={isSelected}
        aria-label={t('voice', { name: voice.name })}
        onPointerDown={(event: PointerEvent<HTMLElement>) => {
          select();
          beginVoiceDrag(event, payload);
        }}
        onFocus={select}
        onKeyDown={onKeyDown}
      >
        <Icon shape={AudioLines} />
        <span className="media-bin__name ellipsis">{voice.name}</span>
      </button>
      {isMissing ? (
        <Offline mediaId={voice.mediaId} />
      ) : (
        <span className="media-bin__size">
          {t('seconds', { seconds: ticksToSeconds(voice.durationTicks).toFixed(1) })}
        </span>
      )}
    </li>
  );
}

function Offline({ mediaId }: { readonly mediaId: MediaRef['id'] }) {
  const { t } = useTranslation('media');
  const find = async (): Promise<void> => {
    const [file] = await pickFiles('media');
    if (file !== undefined) await relinkMedia(file, mediaId);
  };
  return (
    <Button size="dense" onPress={() => void find().catch(reportError)}>
      {t('relink')}
    </Button>
  );
}

function useIsMissing(mediaId: string): boolean {
  return useStore(projectStore, ({ missingMedia }) =>
    missingMedia.some((missing) => missing.mediaId === mediaId),
  );
}

function fileNameOf({ relativePath }: MediaRef): string {
  return relativePath.split('/').at(-1) ?? relativePath;
}
