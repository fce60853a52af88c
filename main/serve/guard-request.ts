// Who may speak to the server: pages that it has served itself, to the person who was given the address.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const COOKIE = 'parley_session';

export class Gate {
  /** Travels in the fragment of the opened address, so that no log and no referrer holds it. */
  readonly token = randomBytes(32).toString('base64url');
  private readonly cookie = randomBytes(32).toString('base64url');
  private port = 0;

  /** From now on only these addresses count as our own. */
  listenOn(port: number): void {
    this.port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** A name that points at this machine from elsewhere (DNS rebinding) is not ours. */
  isOurHost(request: IncomingMessage): boolean {
    const { host } = request.headers;
    return host === `127.0.0.1:${this.port}` || host === `localhost:${this.port}`;
  }

  /** @param isRequired requests that change something must say where they come from */
  isOurOrigin(request: IncomingMessage, isRequired: boolean): boolean {
    const { origin } = request.headers;
    if (origin === undefined) return !isRequired;
    return origin === `http://${request.headers.host ?? ''}`;
  }

  isToken(text: string): boolean {
    return isSame(text, this.token);
  }

  /** A different port may serve another Parley: its cookie has another name. */
  get sessionCookie(): string {
    return `${this.cookieName}=${this.cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    const own = cookies.find((each) => each.startsWith(`${this.cookieName}=`));
    return own !== undefined && isSame(own.slice(this.cookieName.length + 1), this.cookie);
  }

  private get cookieName(): string {
    return `${COOKIE}_${this.port}`;
  }
}

/** Takes the same time however many letters agree. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
