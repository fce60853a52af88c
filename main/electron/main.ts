// Entry of the desktop program.
import { app, protocol, session, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { createStudio, type Studio } from '#main/host/studio/create-studio.ts';
import { sourcePath } from '#main/resource-path.ts';
import { readPage } from '#main/transport/read-page.ts';
import { guardContents, guardPermissions } from './guard-contents.ts';
import { openWindow } from './open-window.ts';
import { PAGE_ORIGIN, SCHEMES } from './schemes.ts';
import { answerApp } from './serve-app.ts';
import { answerMedia } from './serve-media.ts';
import { startUtilityEngine } from './utility-engine.ts';

app.enableSandbox();
protocol.registerSchemesAsPrivileged(SCHEMES);
guardContents(app);

// One program per user: a second start shows the window of the first, which opens what was asked for.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const documents = app.getPath('documents');
  const projects = join(documents, 'Parley');
  const studio = await createStudio({
    program: 'Parley',
    folders: { projects, exports: join(projects, 'Films'), config: app.getPath('userData') },
    fileAccess: 'paths',
    startEngine: startUtilityEngine,
  });
  const page = readPage(sourcePath('out', 'renderer'));
  protocol.handle('app', (request) => answerApp(request, page));
  protocol.handle('media', (request) => answerMedia(request, (token) => studio.resolveLink(token)));
  guardPermissions(session.defaultSession, PAGE_ORIGIN);
  const window = await openWindow(studio);
  openProjectsOf(process.argv, studio, window);
  app.on('second-instance', (_event, argv) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    openProjectsOf(argv, studio, window);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openProjectsOf([path], studio, window);
  });
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(studio);
}

/** Tells the page to open the project that the program was started with. */
function openProjectsOf(argv: readonly string[], studio: Studio, window: BrowserWindow): void {
  const path = argv.findLast((each) => each.endsWith('.parley'));
  if (path === undefined) return;
  window.webContents.send('open', studio.admitFile(path, { isUpload: false }));
}

/** Chunks in flight are given up, everything else is on disk already. */
function closeBeforeQuit(studio: Studio): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void studio.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
