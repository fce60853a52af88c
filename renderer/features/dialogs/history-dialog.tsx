// Everything done in this project, newest last. A click goes there.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { HistoryEntry, SessionId } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { useAnswer } from '../../lib/host/use-answer.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { closeDialog } from './close-dialog.ts';
import './dialogs.css';

export function HistoryDialog() {
  const session = useStore(projectStore, ({ opened }) => opened?.session ?? null);
  const revision = useStore(projectStore, (project) => project.revision);
  return session === null ? null : <History key={revision} session={session} />;
}

function History({ session }: { readonly session: SessionId }) {
  const { t } = useTranslation('dialogs');
  const steps = useAnswer('document.history', { session }) ?? [];
  const now = steps.findLast((step) => !step.isUndone)?.seq ?? 0;
  const goTo = (seq: number): void => {
    theHost().call('document.goTo', { session, seq }).catch(reportError);
  };
  return (
    <Dialog title={t('history.title')} size="small" onClose={closeDialog}>
      <ol className="dialogs__list">
        <Step label={t('history.start')} isNow={now === 0} isUndone={false} onGo={() => goTo(0)} />
        {steps.map((step: HistoryEntry) => (
          <Step
            key={step.seq}
            label={step.label}
            isNow={step.seq === now}
            isUndone={step.isUndone}
            onGo={() => goTo(step.seq)}
          />
        ))}
      </ol>
    </Dialog>
  );
}

interface StepProps {
  readonly label: string;
  readonly isNow: boolean;
  readonly isUndone: boolean;
  readonly onGo: () => void;
}

function Step({ label, isNow, isUndone, onGo }: StepProps) {
  return (
    <li>
      <button
        type="button"
        className={classNames('dialogs__row', isUndone && 'dialogs__row--undone')}
        aria-current={isNow ? 'step' : undefined}
        onClick={onGo}
      >
        {label}
      </button>
    </li>
  );
}
