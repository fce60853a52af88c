// A row per person and voice: decided, or proposed with its certainty.
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useAction } from '../../../actions/use-action.ts';
import { PersonFace } from '../../../lib/people/person-face.tsx';
import { selectPerson, selectVoice } from '../../../lib/people/select-person.ts';
import { commitEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/section.tsx';
import { UNSURE } from './find-guesses.ts';
import type { SpeakerRow } from './list-speakers.ts';

export function WhoSpeaks({ rows }: { readonly rows: readonly SpeakerRow[] }) {
  const { t } = useTranslation('inspector');
  return (
    <Section
      title={t('whoSpeaks.title')}
      tools={
        rows.some(({ confidence }) => confidence !== null) && (
          <span className="who-speaks__column">{t('whoSpeaks.certainty')}</span>
        )
      }
    >
      {rows.length === 0 ? (
        <Nobody />
      ) : (
        <ul className="who-speaks">
          {rows.map((row) => (
            <SpeakerLine key={`${row.person.id} ${row.voice.id}`} row={row} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Nobody() {
  const { t } = useTranslation('inspector');
  const first = useAction('people.assign1').key;
  const last = useAction('people.assign8').key;
  const hasKeys = first !== null && last !== null;
  return (
    <p className="text-2">
      {t('whoSpeaks.nobody')} {hasKeys && t('whoSpeaks.byKeys', { first, last })}
    </p>
  );
}

function SpeakerLine({ row }: { readonly row: SpeakerRow }) {
  const { t } = useTranslation('inspector');
  const { person, personIndex, voice, confidence } = row;
  return (
    <li className="who-speaks__row">
      <button
        type="button"
        className="who-speaks__who"
        onClick={() => {
          selectPerson(person.id);
          selectVoice(voice.id);
        }}
      >
        <PersonFace person={person} index={personIndex} px={22} />
        <span className="ellipsis">
          <b>{person.name}</b> {t('whoSpeaks.speaks', { voice: voice.name })}
        </span>
      </button>
      {confidence === null ? (
        <span className="who-speaks__set">
          <Icon shape={Check} size={14} />
          {t('whoSpeaks.set')}
        </span>
      ) : (
        <Certainty row={row} confidence={confidence} />
      )}
    </li>
  );
}

interface CertaintyProps {
  readonly row: SpeakerRow;
  readonly confidence: number;
}

function Certainty({ row, confidence }: CertaintyProps) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const { person, voice, proposalIds } = row;
  const names = { name: person.name, voice: voice.name };
  const dismiss = async (): Promise<void> => {
    for (const assignmentId of proposalIds) await commitEdit('dismissProposal', { assignmentId });
  };
  return (
    <>
      <span className="who-speaks__certainty" data-unsure={confidence < UNSURE || undefined}>
        {t('percent', { percent: Math.round(100 * confidence) })}
      </span>
      <IconButton
        icon={Check}
        label={t('proposal.acceptThis', names)}
        isDisabled={isReadOnly}
        onPress={() => void commitEdit('acceptProposals', { assignmentIds: [...proposalIds] })}
      />
      <IconButton
        icon={X}
        label={t('proposal.ignoreThis', names)}
        isDisabled={isReadOnly}
        onPress={() => void dismiss()}
      />
    </>
  );
}
