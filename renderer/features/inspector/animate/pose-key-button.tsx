// The dot that says whether there is a pose key here, adds one, or takes it away.
import { Circle, CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { togglePoseKey } from '../../../lib/pose/write-pose.ts';
import { projectStore } from '../../../state/project-store.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { PoseProps } from './pose-field.tsx';

export function PoseKeyButton({ person, now }: PoseProps) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const isOn = now.key !== null;
  return (
    <IconButton
      icon={isOn ? CircleDot : Circle}
      label={t(isOn ? 'pose.removeKey' : 'pose.addKey')}
      isOn={isOn}
      isDisabled={isReadOnly}
      onPress={() => void togglePoseKey({ personId: person.id, frame: now.frame }, now)}
    />
  );
}
