// What the procedures of the contract share.
import type { EngineStatus } from '#core/contract/app-types.ts';
import type {
  CallName,
  Output,
  ParsedInput,
  ProcedureName,
  SubscriptionName,
} from '#core/contract/contract.ts';
import type { SessionId } from '#core/contract/project-types.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import type { StoreServices } from '../project-store/project-store.ts';
import type { Activities } from './activities.ts';
import type { Channel } from './channel.ts';
import type { FileTokens } from './file-tokens.ts';
import type { MediaLinks } from './media-links.ts';
import type { RecentProjects } from './recent-projects.ts';
import type { StudioSession } from './session.ts';
import type { Sessions } from './sessions.ts';
import type { SettingsFile } from './settings-file.ts';

export interface StudioFolders {
  readonly projects: string;
  readonly exports: string;
  /** Settings and the list of recent projects. */
  readonly config: string;
}

export interface StudioContext {
  readonly folders: StudioFolders;
  readonly fileAccess: 'paths' | 'uploads';
  readonly engine: EngineClient;
  readonly engineStatus: Channel<EngineStatus>;
  readonly services: StoreServices;
  readonly settings: SettingsFile;
  readonly files: FileTokens;
  readonly links: MediaLinks;
  readonly activities: Activities;
  readonly recent: RecentProjects;
  readonly sessions: Sessions;
  /** Throws AppError `no-such-session`. */
  readonly sessionOf: (id: SessionId) => StudioSession;
  readonly now: () => Date;
}

export type CallHandler<N extends CallName> = (
  input: ParsedInput<N>,
  signal: AbortSignal,
) => Output<N> | Promise<Output<N>>;

/** Emits the state of the moment and every change until the signal aborts. */
export type SubscriptionHandler<N extends SubscriptionName> = (
  input: ParsedInput<N>,
  emit: (event: Output<N>) => void,
  signal: AbortSignal,
) => void | Promise<void>;

export type Handler<N extends ProcedureName> = N extends CallName
  ? CallHandler<N>
  : N extends SubscriptionName
    ? SubscriptionHandler<N>
    : never;

/** The procedures of one area, e.g. `app` or `queue`. */
export type AreaProcedures<A extends string> = {
  readonly [N in Extract<ProcedureName, `${A}.${string}`>]: Handler<N>;
};

export type Procedures = { readonly [N in ProcedureName]: Handler<N> };
