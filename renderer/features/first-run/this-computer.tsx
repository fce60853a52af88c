// What this machine is and can do, measured.
import { CircleAlert, CircleCheck, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MachineFacts } from '#core/contract/app-types.ts';
import type { ProjectListing } from '#core/contract/app-types.ts';
import { theHost } from '../../host/the-host.ts';
import { useAnswer } from '../../lib/host/use-answer.ts';
import { reportError } from '../../state/edit.ts';
import { showProject } from '../../state/project-sync.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Section } from '../../ui/section.tsx';

const GIGABYTE = 1e9;
const LISTED = 6;

export function ThisComputer() {
  const { t } = useTranslation('firstRun');
  const machine = useAnswer('app.machine', {});
  const projects = useAnswer('projects.list', {});
  return (
    <Panel title={t('computer.title')}>
      {machine === null ? <Section>{t('computer.looking')}</Section> : <Facts machine={machine} />}
      <Section>
        <p className="first-run__offline">
          <Icon shape={WifiOff} />
          <span>
            <b>{t('offline.title')}</b> {t('offline.text')}
          </span>
        </p>
      </Section>
      <Section title={t('recent.title')}>
        {projects?.length === 0 && <p className="first-run__none">{t('recent.none')}</p>}
        <ul>
          {projects?.slice(0, LISTED).map((project) => (
            <RecentProject key={project.ref} project={project} />
          ))}
        </ul>
      </Section>
    </Panel>
  );
}

function Facts({ machine }: { readonly machine: MachineFacts }) {
  const { t } = useTranslation('firstRun');
  const { processor, cores, memoryBytes, freeBytes, devices, checks } = machine;
  const failed = checks.filter((check) => !check.isOk);
  const isReady = devices.length > 0;
  return (
    <>
      <Section>
        <dl className="first-run__facts">
          <dt>{t('computer.processor')}</dt>
          <dd title={processor}>{processor}</dd>
          <dt>{t('computer.cores')}</dt>
          <dd>{t('computer.coresAnd', { cores, memory: Math.round(memoryBytes / GIGABYTE) })}</dd>
          <dt>{t('computer.free')}</dt>
          <dd>{t('computer.gigabytes', { size: Math.floor(freeBytes / GIGABYTE) })}</dd>
        </dl>
      </Section>
      <Section title={t('computer.canRun')} tools={<ActionButton action="help.models" />}>
        <p className={isReady ? 'first-run__ready' : 'first-run__failed'}>
          <Icon shape={isReady ? CircleCheck : CircleAlert} />
          <span>
            <b>{t('computer.draft')}</b> {t(isReady ? 'computer.draftReady' : 'computer.draftNot')}
          </span>
        </p>
        {failed.map(({ name, detail }) => (
          <p key={name} className="first-run__failed">
            <Icon shape={CircleAlert} />
            <span>
              <b>{name}</b> {detail}
            </span>
          </p>
        ))}
      </Section>
    </>
  );
}

function RecentProject({ project }: { readonly project: ProjectListing }) {
  const open = async (): Promise<void> => {
    await showProject(await theHost().call('projects.open', { ref: project.ref }));
  };
  return (
    <li>
      <button
        type="button"
        className="first-run__recent"
        disabled={project.isMissing}
        title={project.displayPath}
        onClick={() => void open().catch(reportError)}
      >
        {project.name}
      </button>
    </li>
  );
}
