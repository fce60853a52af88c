// Brows and smile.
import { useTranslation } from 'react-i18next';
import { limitPose } from '#core/pose/head-handles.ts';
import { commitPose, showPose } from '../../../lib/pose/write-pose.ts';
import { FieldRow, Fields, Section } from '../../../ui/section.tsx';
import { speakerLook } from '../../../ui/speaker.ts';
import { PercentSlider } from './percent-slider.tsx';
import { useCanPose, type PoseProps } from './pose-field.tsx';

const PARAMETERS = [
  { parameter: 'browInner', min: -1 },
  { parameter: 'browOuter', min: -1 },
  { parameter: 'smile', min: -0.5 },
] as const;

export function FaceSection({ person, index, now }: PoseProps) {
  const { t } = useTranslation('inspector');
  const canPose = useCanPose(now);
  const place = { personId: person.id, frame: now.frame };
  return (
    <Section title={t('pose.face')}>
      <Fields>
        {PARAMETERS.map(({ parameter, min }) => {
          const patch = (value: number) => ({
            values: { [parameter]: limitPose(parameter, value) },
          });
          return (
            <FieldRow key={parameter} label={t(`pose.${parameter}`)}>
              <PercentSlider
                label={t(`pose.${parameter}`)}
                value={now.values[parameter]}
                min={min}
                isDisabled={!canPose}
                {...(now.states[parameter] === undefined
                  ? {}
                  : { color: speakerLook(index).cssColor })}
                onPreview={(value) => showPose(place, patch(value))}
                onCommit={(value) => void commitPose(place, patch(value))}
              />
            </FieldRow>
          );
        })}
      </Fields>
    </Section>
  );
}
