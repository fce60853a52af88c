// The people of the picture as chips: who they are, what they speak, what they do now.
import { UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { projectStore } from '../../state/project-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonChip } from './person-chip.tsx';
import './people-column.css';

/** With more people than this, chips are lower. */
const MANY_PEOPLE = 4;

export function PeopleColumn() {
  const { t } = useTranslation('people');
  const people = useStore(projectStore, ({ shown }) => shown.people);
  return (
    <Panel
      className="people-column"
      title={t('title')}
      detail={t('count', { count: people.length })}
      tools={<ActionButton action="people.draw" icon={UserPlus} isIconOnly />}
    >
      {people.length === 0 ? (
        <NoPeople />
      ) : (
        <ul className="people-column__list" aria-label={t('list')}>
          {people.map((person, index) => (
            <PersonChip
              key={person.id}
              person={person}
              index={index}
              isLow={people.length > MANY_PEOPLE}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function NoPeople() {
  const { t } = useTranslation('people');
  const hasPicture = useStore(projectStore, ({ shown }) => shown.scene !== null);
  const state = useStore(projectStore, ({ analysis }) => analysis.state);
  const isLooking = state === 'running';
  if (!hasPicture) return <EmptyState>{t('noProject')}</EmptyState>;
  if (isLooking) return <EmptyState>{t('looking')}</EmptyState>;
  return (
    <EmptyState button={<ActionButton action="people.draw" icon={UserPlus} />}>
      {t('none')}
    </EmptyState>
  );
}
