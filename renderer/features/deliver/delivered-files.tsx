// What has been delivered from this project, the newest first.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { bytesText } from '../../lib/amounts/amounts.ts';
import { JobDownload } from '../../lib/deliver/job-download.tsx';
import { projectStore } from '../../state/project-store.ts';
import { Section } from '../../ui/section.tsx';

export function DeliveredFiles() {
  const { t, i18n } = useTranslation('deliver');
  const jobs = useStore(projectStore, (state) => state.jobs);
  const done = useMemo(
    () =>
      jobs
        .flatMap((job) =>
          job.kind === 'export' && job.state === 'done' && job.output !== null
            ? [{ job, output: job.output }]
            : [],
        )
        .toSorted((a, b) => (b.job.endedAt ?? '').localeCompare(a.job.endedAt ?? '')),
    [jobs],
  );
  if (done.length === 0) return null;
  return (
    <Section title={t('delivered')}>
      <ul className="deliver-form__files">
        {done.map(({ job, output }) => (
          <li key={job.id}>
            <div className="deliver-form__file">
              <div className="ellipsis">{output.name}</div>
              <div className="text-3 ellipsis" title={output.displayPath}>
                {bytesText(output.bytes, i18n.language)}, {output.displayPath}
              </div>
            </div>
            <JobDownload job={job} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
