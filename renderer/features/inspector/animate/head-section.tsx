// Where the head points and what it looks at.
import { useTranslation } from 'react-i18next';
import { Fields, Section } from '../../../ui/section.tsx';
import { GazeChoice } from './gaze-choice.tsx';
import { HeadTrackpad } from './head-trackpad.tsx';
import { PoseField, type PoseProps } from './pose-field.tsx';
import { PoseKeyButton } from './pose-key-button.tsx';

export function HeadSection(props: PoseProps) {
  const { t } = useTranslation('inspector');
  return (
    <Section title={t('pose.title')} tools={<PoseKeyButton {...props} />}>
      <div className="head-section">
        <HeadTrackpad {...props} />
        <div className="head-section__fields">
          <PoseField {...props} parameter="yaw" />
          <PoseField {...props} parameter="pitch" />
          <PoseField {...props} parameter="roll" />
          <PoseField {...props} parameter="scale" />
          <PoseField {...props} parameter="tx" />
          <PoseField {...props} parameter="ty" />
        </div>
      </div>
      <Fields>
        <GazeChoice {...props} />
      </Fields>
    </Section>
  );
}
