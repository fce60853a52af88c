// Projects of this user, newest first, and a way to any other file.
import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectListing } from '#core/contract/app-types.ts';
import { theHost } from '../../host/the-host.ts';
import { openProjectFile } from '../../lib/files/import-files.ts';
import { pickFiles } from '../../lib/files/pick-files.ts';
import { theDesktop } from '../../lib/files/desktop.ts';
import { useAnswer } from '../../lib/host/use-answer.ts';
import { reportError } from '../../state/edit.ts';
import { showProject } from '../../state/project-sync.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { closeDialog } from './close-dialog.ts';
import './dialogs.css';

async function openListed({ ref }: ProjectListing): Promise<void> {
  await showProject(await theHost().call('projects.open', { ref }));
  closeDialog();
}

async function openOther(): Promise<void> {
  const [file] = await pickFiles('project');
  if (file === undefined) return;
  await openProjectFile(file);
  closeDialog();
}

export function OpenDialog() {
  const { t, i18n } = useTranslation('dialogs');
  const projects = useAnswer('projects.list', {});
  return (
    <Dialog
      title={t('open.title')}
      onClose={closeDialog}
      {...(theDesktop() === null
        ? {}
        : {
            footer: (
              <Button onPress={() => void openOther().catch(reportError)}>
                <Icon shape={FolderOpen} />
                {t('open.other')}
              </Button>
            ),
          })}
    >
      {projects?.length === 0 && <p className="dialogs__text">{t('open.none')}</p>}
      <ul className="dialogs__list">
        {projects?.map((project) => (
          <li key={project.ref}>
            <button
              type="button"
              className="dialogs__row"
              disabled={project.isMissing}
              onClick={() => void openListed(project).catch(reportError)}
            >
              <span className="grow">
                <b>{project.name}</b>
                <span className="dialogs__detail">{project.displayPath}</span>
              </span>
              <span className="dialogs__detail">
                {project.isMissing
                  ? t('open.missing')
                  : new Date(project.modifiedAt).toLocaleString(i18n.language, {
                      dateStyle: 'medium',
                      timeStyle: 'short',
                    })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
