// Asks before a film is deleted: no undo brings it back.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { theHost } from '../../host/the-host.ts';
import { bytesText } from '../../lib/amounts/amounts.ts';
import { reviewStore } from '../../lib/takes/review-store.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export function RemoveTakeDialog() {
  const { t, i18n } = useTranslation('takes');
  const removingId = useStore(reviewStore, (state) => state.removingId);
  const take = useStore(projectStore, ({ takes }) => takes.find(({ id }) => id === removingId));
  if (take === undefined) return null;

  const close = (): void => reviewStore.setState({ removingId: null });
  const remove = async (): Promise<void> => {
    close();
    const { opened } = projectStore.getState();
    if (opened === null) return;
    const input = { session: opened.session, takeId: take.id };
    await theHost().call('takes.remove', input).catch(reportError);
  };
  return (
    <Dialog
      title={t('remove.title', { name: take.name })}
      size="small"
      onClose={close}
      footer={
        <>
          <Button size="normal" onPress={close}>
            {t('remove.cancel')}
          </Button>
          <Button size="normal" variant="primary" onPress={() => void remove()}>
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      <p className="takes-column__question">
        {t(take.isStarred ? 'remove.whatStarred' : 'remove.what', {
          size: bytesText(take.bytes, i18n.language),
        })}
      </p>
    </Dialog>
  );
}
