// Composition root for windows: everything the contract promises, over one engine process.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { FileToken } from '#core/contract/project-types.ts';
import { EngineClient } from '../engine-client/engine-client.ts';
import type { StartEngine } from '../engine-client/engine-process.ts';
import { storeServices } from '../projects/open-project.ts';
import { Activities } from './activities.ts';
import { followEngine } from './follow-engine.ts';
import { FileTokens } from './file-tokens.ts';
import { MediaLinks, type LinkedFile } from './media-links.ts';
import { createActivityProcedures } from './procedures/activity-procedures.ts';
import { createAnalysisProcedures } from './procedures/analysis-procedures.ts';
import { createAppProcedures } from './procedures/app-procedures.ts';
import { createDocumentProcedures } from './procedures/document-procedures.ts';
import { createImportProcedures } from './procedures/import-procedures.ts';
import { createMediaProcedures } from './procedures/media-procedures.ts';
import { createPreviewProcedures } from './procedures/preview-procedures.ts';
import { createProjectProcedures } from './procedures/project-procedures.ts';
import { createViewProcedures } from './procedures/view-procedures.ts';
import { RecentProjects } from './recent-projects.ts';
import { createRendering } from './rendering/create-rendering.ts';
import { Sessions } from './sessions.ts';
import { SettingsFile } from './settings-file.ts';
import { removeStaleUploads, stagingFolderIn } from './staging-folder.ts';
import type { Procedures, StudioContext, StudioFolders } from './studio-context.ts';

export interface StudioOptions {
  /** What uses the host, e.g. `parley serve`; the second opener of a project reads it. */
  readonly program: string;
  readonly folders: StudioFolders;
  readonly fileAccess: 'paths' | 'uploads';
  readonly startEngine?: StartEngine;
}

export interface Studio {
  readonly procedures: Procedures;
  /** Makes a token of a file that the user has handed over. */
  admitFile(
    path: string,
    options: { readonly name?: string; readonly isUpload: boolean },
  ): FileToken;
  /** The file behind a media link; null when there is none. */
  resolveLink(token: string): LinkedFile | null;
  /** Where uploads may be written until they are taken into a project. */
  readonly stagingFolder: string;
  close(): Promise<void>;
}

export async function createStudio(options: StudioOptions): Promise<Studio> {
  const { folders } = options;
  const engine = new EngineClient(options.startEngine);
  const services = storeServices(options.program);
  const links = new MediaLinks();
  const activities = new Activities(randomUUID);
  const sessions = new Sessions(services, engine, activities, links);
  const files = new FileTokens(randomUUID);
  const context: StudioContext = {
    folders,
    fileAccess: options.fileAccess,
    engine,
    engineStatus: followEngine(engine),
    services,
    settings: await SettingsFile.open(folders.config),
    files,
    links,
    activities,
    recent: new RecentProjects(folders.config, folders.projects, (error) =>
      activities.tellError(error),
    ),
    sessions,
    sessionOf: (id) => sessions.get(id),
    now: () => new Date(),
  };
  const { notice } = context.settings;
  if (notice !== null)
    activities.tell({ type: 'notice', level: 'warning', message: notice, hint: null });
  await removeStaleUploads(folders.projects);
  const stagingFolder = stagingFolderIn(folders.projects);
  const rendering = createRendering(context);
  return {
    procedures: {
      ...createAppProcedures(context),
      ...createProjectProcedures(context),
      ...createDocumentProcedures(context),
      ...createImportProcedures(context),
      ...createAnalysisProcedures(context),
      ...createActivityProcedures(context),
      ...createMediaProcedures(context, rendering.files),
      ...createPreviewProcedures(context),
      ...rendering.procedures,
      ...createViewProcedures(context),
    },
    admitFile: (path, how) => files.add(path, how),
    resolveLink: (token) => links.get(token),
    stagingFolder,
    async close() {
      activities.cancelAll();
      await rendering.close();
      for (const session of sessions.all()) sessions.close(session);
      await context.recent.settle();
      await rm(stagingFolder, { recursive: true, force: true });
      await engine.close();
    },
  };
}
