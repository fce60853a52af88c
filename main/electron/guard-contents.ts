// What a page may never do, whatever it was tricked into: leave, open windows, embed, ask for devices.
import type { App, Session, WebContents } from 'electron';

/** The page asks for nothing but a notification when a job ends, and full screen. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['notifications', 'fullscreen']);

/** Refuses navigation, new windows and webviews in every contents that is ever made. */
export function guardContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** @param origin of the page that may be asked for, e.g. `app://parley` */
export function guardPermissions(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(ALLOWED_PERMISSIONS.has(permission) && requestingUrl.startsWith(`${origin}/`)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      ALLOWED_PERMISSIONS.has(permission) && requestingOrigin.startsWith(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
