// A parameter of the pose as a number.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { limitPose } from '#core/pose/head-handles.ts';
import type { PoseParameter } from '#core/pose/pose-schema.ts';
import { MOTION, MOTION_PARAMETERS } from '#core/motion/motion-vector.ts';
import type { Person } from '#core/project/document.ts';
import { monitorToolStore } from '../../../lib/people/monitor-tool.ts';
import type { PoseNow } from '../../../lib/pose/pose-now.ts';
import { commitPose, showPose } from '../../../lib/pose/write-pose.ts';
import { dropEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { FieldRow } from '../../../ui/section.tsx';
import { speakerLook } from '../../../ui/speaker.ts';
import { POSE_UNITS } from './pose-units.ts';

export interface PoseProps {
  readonly person: Person;
  readonly index: number;
  readonly now: PoseNow;
}

/** Whether the pose at the playhead may be changed. */
export function useCanPose(now: PoseNow): boolean {
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const isAutoKey = useStore(monitorToolStore, (state) => state.isAutoKey);
  return !isReadOnly && (isAutoKey || now.key !== null);
}

interface PoseFieldProps extends PoseProps {
  readonly parameter: keyof typeof POSE_UNITS & PoseParameter;
}

export function PoseField({ person, index, now, parameter }: PoseFieldProps) {
  const { t } = useTranslation('inspector');
  const canPose = useCanPose(now);
  const { unit, decimals, step, toField, fromField } = POSE_UNITS[parameter];
  const { min, max } = MOTION_PARAMETERS[MOTION[parameter]];
  const place = { personId: person.id, frame: now.frame };
  const patch = (shown: number) => ({
    values: { [parameter]: limitPose(parameter, fromField(shown)) },
  });
  const state = now.states[parameter];
  const round = (value: number): number => Number(value.toFixed(decimals));
  return (
    <FieldRow label={t(`pose.${parameter}`)}>
      <NumberField
        label={t(`pose.${parameter}`)}
        unit={unit}
        value={toField(now.values[parameter])}
        min={round(toField(min))}
        max={round(toField(max))}
        step={step}
        decimals={decimals}
        isDisabled={!canPose}
        keyColor={speakerLook(index).cssColor}
        {...(state === undefined ? {} : { keyState: state })}
        onPreview={(value) => showPose(place, patch(value))}
        onCommit={(value) => void commitPose(place, patch(value))}
        onCancel={dropEdit}
      />
    </FieldRow>
  );
}
