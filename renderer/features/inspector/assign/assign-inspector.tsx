// Who speaks what: proposals to accept, places to look at, the selected voice.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { commitEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { AcceptKey } from './accept-key.tsx';
import { CheckList } from './check-list.tsx';
import { EveryoneElse } from './everyone-else.tsx';
import { listSpeakers, type SpeakerRow } from './list-speakers.ts';
import { VoiceSection } from './voice-section.tsx';
import { WhoSpeaks } from './who-speaks.tsx';

export function AssignInspector() {
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const rows = listSpeakers(document);
  const proposals = rows.filter(({ proposalIds }) => proposalIds.length > 0);
  return (
    <Panel
      title={t(proposals.length > 0 ? 'proposal.title' : 'assign.title')}
      detail={proposals.length > 0 ? t('proposal.detail') : undefined}
      footer={proposals.length > 0 ? <ProposalButtons proposals={proposals} /> : undefined}
    >
      {document.voices.length === 0 ? (
        <EmptyState button={<ActionButton action="file.import" />}>
          {t('assign.noVoices')}
        </EmptyState>
      ) : (
        <>
          <WhoSpeaks rows={rows} />
          <CheckList />
          <EveryoneElse />
          <VoiceSection />
        </>
      )}
    </Panel>
  );
}

function ProposalButtons({ proposals }: { readonly proposals: readonly SpeakerRow[] }) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const [first] = proposals;
  const label =
    proposals.length === 1
      ? t('proposal.acceptOne', { name: first.person.name })
      : t('proposal.acceptAll', { count: proposals.length });
  const ignore = async (): Promise<void> => {
    for (const { proposalIds } of proposals)
      for (const assignmentId of proposalIds) await commitEdit('dismissProposal', { assignmentId });
  };
  return (
    <>
      <ActionButton action="people.acceptAll" variant="primary" label={label} />
      <Button isDisabled={isReadOnly} onPress={() => void ignore()}>
        {t('proposal.ignore', { count: proposals.length })}
      </Button>
      <span className="grow" />
      <AcceptKey />
    </>
  );
}
