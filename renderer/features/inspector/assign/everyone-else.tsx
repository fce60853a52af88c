// People without a voice: do they listen, or were they told to stay silent?
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { commitEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { FieldRow, Fields, Section } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';

export function EveryoneElse() {
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const others = document.people.filter(
    ({ id, silent }) => silent || document.assignments.every(({ personId }) => personId !== id),
  );
  if (others.length === 0) return null;
  return (
    <Section title={t('everyoneElse.title')}>
      <Fields>
        {others.map((person) => (
          <FieldRow key={person.id} label={person.name}>
            <SegmentedControl
              label={person.name}
              isWide
              isDisabled={isReadOnly}
              value={person.silent ? 'silent' : 'open'}
              segments={[
                { value: 'silent', label: t('everyoneElse.silent') },
                { value: 'open', label: t('everyoneElse.open') },
              ]}
              onChange={(value) =>
                void commitEdit('setPersonSilent', {
                  personId: person.id,
                  silent: value === 'silent',
                })
              }
            />
          </FieldRow>
        ))}
      </Fields>
    </Section>
  );
}
