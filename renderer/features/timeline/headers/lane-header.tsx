// The head of one lane: who or what it is, and whether it is heard.
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Voice } from '#core/project/document.ts';
import type { DragPayload } from '../../../lib/dnd/drag-payload.ts';
import { beginVoiceDrag, pickUpVoice } from '../../../lib/dnd/voice-drag.ts';
import { selectPerson } from '../../../lib/people/select-person.ts';
import { voicesOfPerson } from '../../../lib/people/person-activity.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { classNames } from '../../../ui/class-names.ts';
import { SpeakerBadge } from '../../../ui/speaker-badge.tsx';
import { isResizable, type Lane } from '../model/lane-plan.ts';
import { HearButtons } from './hear-buttons.tsx';
import { HeightGrip } from './height-grip.tsx';

/** A lane that is lower has its texts beside each other. */
const TWO_LINES_PX = 44;

interface LaneHeaderProps {
  readonly lane: Lane;
}

export function LaneHeader({ lane }: LaneHeaderProps) {
  return (
    <div
      className={classNames(
        'lane-header',
        `lane-header--${lane.kind}`,
        lane.isSelected && 'lane-header--selected',
        lane.heightPx < TWO_LINES_PX && 'lane-header--flat',
      )}
      style={{ height: lane.heightPx }}
      data-lane={lane.id}
      onPointerDown={() => {
        if (lane.personId !== null) selectPerson(lane.personId);
      }}
    >
      <HeaderText lane={lane} />
      {isResizable(lane) && <HeightGrip lane={lane} />}
    </div>
  );
}

function HeaderText({ lane }: LaneHeaderProps) {
  switch (lane.kind) {
    case 'recording':
      return <RecordingHeader lane={lane} />;
    case 'voice':
    case 'turns':
      return <PersonHeader lane={lane} />;
    case 'score':
    case 'heat':
      return <ScoreHeader lane={lane} />;
    case 'pose':
      return <PoseHeader lane={lane} />;
    case 'picture':
    case 'turns-head':
    case 'seams':
    case 'flags':
      return <NamedHeader kind={lane.kind} />;
  }
}

interface NamedHeaderProps {
  readonly kind: 'picture' | 'turns-head' | 'seams' | 'flags';
}

function NamedHeader({ kind }: NamedHeaderProps) {
  const { t } = useTranslation('timeline');
  return (
    <>
      <b>{t(`lane.${kind}`)}</b>
      <span className="lane-header__detail">{t(`lane.${kind}Detail`)}</span>
    </>
  );
}

const dragOf = ({ id, name }: Voice): DragPayload => ({
  kind: 'voice',
  voiceId: id,
  name,
  startTick: null,
  endTick: null,
});

function RecordingHeader({ lane }: LaneHeaderProps) {
  const { t } = useTranslation('timeline');
  const voice = useStore(projectStore, ({ shown }) =>
    shown.voices.find(({ id }) => id === lane.voiceId),
  );
  const speaker = useStore(projectStore, ({ shown }) =>
    shown.people.findIndex(({ id }) =>
      shown.assignments.some((each) => each.voiceId === lane.voiceId && each.personId === id),
    ),
  );
  const name = useStore(projectStore, ({ shown }) => shown.people.at(speaker)?.name ?? '');
  if (voice === undefined) return null;
  const select = (): void => {
    selectionStore.setState({ voiceId: voice.id, assignmentIds: new Set() });
  };
  return (
    <>
      {speaker >= 0 && <SpeakerBadge index={speaker} />}
      <button
        type="button"
        className="lane-header__grip"
        aria-description={t('voiceHandle')}
        onFocus={select}
        onPointerDown={(event: PointerEvent) => {
          select();
          beginVoiceDrag(event, dragOf(voice));
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.code !== 'Space') return;
          event.preventDefault();
          event.stopPropagation();
          pickUpVoice(dragOf(voice));
        }}
      >
        <b className="ellipsis">{voice.name}</b>
        <span className={speaker >= 0 ? 'lane-header__detail' : 'lane-header__nobody'}>
          {speaker >= 0 ? name : t('nobodyYet')}
        </span>
      </button>
      <HearButtons voiceIds={[voice.id]} name={voice.name} />
    </>
  );
}

function PersonHeader({ lane }: LaneHeaderProps) {
  const index = useStore(projectStore, ({ shown }) =>
    shown.people.findIndex(({ id }) => id === lane.personId),
  );
  const document = useStore(projectStore, ({ shown }) => shown);
  const person = document.people.at(index);
  if (person === undefined || index < 0) return null;
  const voices = voicesOfPerson(document, person.id, -1);
  return (
    <>
      <SpeakerBadge index={index} />
      <b className="lane-header__person ellipsis">{person.name}</b>
      {lane.kind === 'voice' && (
        <>
          <span className="lane-header__detail ellipsis">
            {voices.map(({ voice }) => voice.name).join(', ')}
          </span>
          {voices.length > 0 && (
            <HearButtons voiceIds={voices.map(({ voice }) => voice.id)} name={person.name} />
          )}
        </>
      )}
    </>
  );
}

function ScoreHeader({ lane }: LaneHeaderProps) {
  const { t } = useTranslation('timeline');
  const keys = useStore(
    projectStore,
    ({ shown }) => shown.scoreKeys.filter((key) => key.personId === lane.personId).length,
  );
  return (
    <div className="lane-header__score">
      <span>
        {t('lane.score')}
        <span className="lane-header__detail">
          {keys === 0 ? t('lane.analysed') : t('lane.edited', { count: keys })}
        </span>
      </span>
      {lane.heightPx > 90 && (
        <span className="lane-header__scale" aria-hidden>
          <i>{t('scale.speaks')}</i>
          <i>{t('scale.turn')}</i>
          <i>{t('scale.listens')}</i>
        </span>
      )}
    </div>
  );
}

function PoseHeader({ lane }: LaneHeaderProps) {
  const { t } = useTranslation('timeline');
  const keys = useStore(
    projectStore,
    ({ shown }) => shown.poseKeys.filter((key) => key.personId === lane.personId).length,
  );
  return (
    <span className="lane-header__pose">
      {t('lane.pose')}
      <span className="lane-header__detail">{t('lane.keys', { count: keys })}</span>
    </span>
  );
}
