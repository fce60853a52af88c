// What the person looks at from here on.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { GazeTarget } from '#core/pose/pose-schema.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { commitPose } from '../../../lib/pose/write-pose.ts';
import { projectStore } from '../../../state/project-store.ts';
import { FieldRow } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Select } from '../../../ui/select.tsx';
import { SpeakerBadge } from '../../../ui/speaker-badge.tsx';
import { useCanPose, type PoseProps } from './pose-field.tsx';

const nameOf = (gaze: GazeTarget): string => (gaze.kind === 'person' ? gaze.personId : gaze.kind);

function targetOf({ people }: ProjectDocument, name: string): GazeTarget {
  if (name === 'auto' || name === 'camera' || name === 'free') return { kind: name };
  const person = people.find(({ id }) => id === name);
  return person === undefined ? { kind: 'auto' } : { kind: 'person', personId: person.id };
}

export function GazeChoice({ person, now }: PoseProps) {
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const canPose = useCanPose(now);
  const others = document.people.flatMap(({ id, name }, index) =>
    id === person.id ? [] : [{ id, name, index }],
  );
  const choose = (name: string): void =>
    void commitPose({ personId: person.id, frame: now.frame }, { gaze: targetOf(document, name) });
  const control = {
    label: t('pose.looksAt'),
    value: nameOf(now.gaze),
    isDisabled: !canPose,
    onChange: choose,
  };
  return (
    <FieldRow label={t('pose.looksAt')}>
      {others.length > 1 ? (
        <Select
          {...control}
          options={[
            ...(['auto', 'camera', 'free'] as const).map((kind) => ({
              value: kind,
              label: t(`pose.gaze.${kind}`),
            })),
            ...others.map(({ id, name, index }) => ({
              value: id,
              label: name,
              lead: <SpeakerBadge index={index} />,
            })),
          ]}
        />
      ) : (
        <SegmentedControl
          {...control}
          isWide
          segments={[
            { value: 'auto', label: t('pose.gaze.auto') },
            { value: 'camera', label: t('pose.gaze.camera') },
            ...others.map(({ id, name, index }) => ({
              value: id,
              label: <SpeakerBadge index={index} />,
              name: t('pose.gaze.person', { name }),
            })),
            { value: 'free', label: t('pose.gaze.free') },
          ]}
        />
      )}
    </FieldRow>
  );
}
