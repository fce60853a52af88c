// The program and the machine: what is here, measured.
import { statfs } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { MachineFacts } from '#core/contract/app-types.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import { VERSION } from '../../version.ts';
import { listModels } from '../list-models.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';
import { displayPath } from '../user-folders.ts';

export function createAppProcedures(context: StudioContext): AreaProcedures<'app'> {
  const { settings, folders, engineStatus, fileAccess } = context;
  return {
    'app.start': () => ({
      version: VERSION,
      settings: settings.settings.value,
      projectsFolder: displayPath(folders.projects),
      exportsFolder: displayPath(folders.exports),
      fileAccess,
    }),
    'app.machine': (_input, signal) => machineFacts(context, signal),
    'app.models': () => listModels(),
    'app.settings': (_input, emit, signal) => settings.settings.follow(emit, signal),
    'app.changeSettings': (patch) =>
      settings.change(Object.fromEntries(Object.entries(patch).filter(([, v]) => v !== undefined))),
    'app.engine': (_input, emit, signal) => engineStatus.follow(emit, signal),
  };
}

async function machineFacts(context: StudioContext, signal: AbortSignal): Promise<MachineFacts> {
  const { engine, services, folders } = context;
  const checks = await diagnose(engine, services, signal);
  const [cpu] = cpus();
  return {
    processor: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    freeBytes: await freeBytes(folders.projects),
    // The one provider that the doctor has just run a model on.
    devices: checks.some(({ name, ok }) => name === 'built-in model' && ok) ? ['CPU'] : [],
    checks: checks.map(({ name, ok, detail }) => ({ name, isOk: ok, detail, hint: null })),
  };
}

/** Free bytes where `folder` is, or will be. */
async function freeBytes(folder: string): Promise<number> {
  await ensureFolder(folder);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
