// Where the file of a finished delivery is: downloaded in a browser, named by its place elsewhere.
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Job } from '#core/contract/project-types.ts';
import { appStore } from '../../state/app-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { useMediaLink } from '../media/use-media-link.ts';
import './job-download.css';

export function JobDownload({ job }: { readonly job: Job }) {
  const { t } = useTranslation('deliver');
  const isBrowser = useStore(appStore, ({ start }) => start?.fileAccess === 'uploads');
  const { output } = job;
  const canLoad = isBrowser && job.state === 'done' && output !== null;
  const address = useMediaLink(canLoad ? { kind: 'job-output', jobId: job.id } : null);
  if (output === null || address === null) return null;
  return (
    <a
      className="job-download"
      href={address}
      download={output.name}
      aria-label={t('downloadOf', { name: output.name })}
    >
      <Icon shape={Download} size={14} />
      {t('download')}
    </a>
  );
}
