// How much of what the generator does by itself stays under the keys.
import { useTranslation } from 'react-i18next';
import type { Person } from '#core/project/document.ts';
import { commitEdit, showEdit } from '../../../state/edit.ts';
import { FieldRow, Fields, Section } from '../../../ui/section.tsx';
import { PercentSlider } from './percent-slider.tsx';

export function KeepMotionSection({ person }: { readonly person: Person; readonly index: number }) {
  const { t } = useTranslation('inspector');
  const personId = person.id;
  return (
    <Section>
      <Fields>
        <FieldRow label={t('pose.keepMotion')}>
          <PercentSlider
            label={t('pose.keepMotion')}
            value={person.keepMotion}
            onPreview={(keepMotion) => showEdit('setKeepMotion', { personId, keepMotion })}
            onCommit={(keepMotion) => void commitEdit('setKeepMotion', { personId, keepMotion })}
          />
        </FieldRow>
      </Fields>
    </Section>
  );
}
