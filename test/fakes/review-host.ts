// A host with takes, jobs and presets, for the review and deliver pages. It runs inside the page: it
// keeps what it is told, answers from it, and notes every call.
import type { AppStart } from '#core/contract/app-types.ts';
import type { CallName, Input, Output, SubscriptionName } from '#core/contract/contract.ts';
import type {
  Activity,
  ActivityEvent,
  ChunksEvent,
  ExportPreset,
  Job,
  MediaItem,
  OpenedProject,
  Take,
  TakeQuality,
} from '#core/contract/project-types.ts';
import { viewStateSchema, type ViewState } from '#core/contract/project-types.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { HostClient } from '../../renderer/host/host-client.ts';

export interface ReviewSetup {
  readonly opened: OpenedProject;
  readonly document: ProjectDocument;
  readonly chunks: ChunksEvent;
  readonly takes: readonly Take[];
  readonly jobs: readonly Job[];
  readonly presets: readonly ExportPreset[];
  readonly estimate: Output<'deliver.estimate'>;
  readonly start: AppStart;
  readonly view: Partial<ViewState>;
  /** What a measurement finds. */
  readonly quality: TakeQuality;
  /** Addresses by kind and id, e.g. `take take-1`. */
  readonly links: Readonly<Record<string, string>>;
}

type TakePatch = Partial<Take> & { readonly takeId: string };

interface Subscriber {
  readonly name: SubscriptionName;
  readonly emit: (event: unknown) => void;
}

export class ReviewHost implements HostClient {
  readonly calls: { readonly name: string; readonly input: unknown }[] = [];
  private setup: ReviewSetup;
  private activities: readonly Activity[] = [];
  private subscribers: readonly Subscriber[] = [];
  private finishMeasurement: (() => void) | null = null;

  constructor(setup: ReviewSetup) {
    this.setup = setup;
  }

  async call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    this.calls.push({ name, input });
    const output = await this.answers[name]?.(input as never);
    return (output ?? null) as Output<N>;
  }

  subscribe<N extends SubscriptionName>(
    name: N,
    _input: Input<N>,
    onEvent: (event: Output<N>) => void,
  ): () => void {
    const subscriber = { name, emit: onEvent as Subscriber['emit'] };
    this.subscribers = [...this.subscribers, subscriber];
    queueMicrotask(() => this.emitTo(subscriber));
    return () => {
      this.subscribers = this.subscribers.filter((each) => each !== subscriber);
    };
  }

  admitFile(): Promise<never> {
    return Promise.reject(new Error('This host takes no files.'));
  }

  addressOf(url: string): string {
    return url;
  }

  onConnection(listener: (state: 'connected' | 'lost') => void): () => void {
    listener('connected');
    return () => undefined;
  }

  /** A render has ended. */
  addTake(take: Take): void {
    this.setTakes([...this.setup.takes, take]);
  }

  /** Lets a running measurement end. */
  endMeasurement(): void {
    this.finishMeasurement?.();
  }

  /** What this host does not know, it does without a word. */
  private readonly answers: Partial<Record<CallName, (input: never) => unknown>> = {
    'app.start': () => this.setup.start,
    'app.changeSettings': () => this.setup.start.settings,
    'view.load': () => viewStateSchema.parse(this.setup.view),
    'deliver.presets': () => this.setup.presets,
    'deliver.estimate': () => this.setup.estimate,
    'queue.add': () => ({ jobId: 'job-new' }),
    'media.link': ({ item }: { item: MediaItem }) => ({ url: this.linkOf(item) }),
    'takes.star': (input: TakePatch) => this.patchTake(input),
    'takes.rename': (input: TakePatch) => this.patchTake(input),
    'takes.remove': ({ takeId }: TakePatch) =>
      this.setTakes(this.setup.takes.filter(({ id }) => id !== takeId)),
    'takes.measure': ({ takeId }: TakePatch) => this.measure(takeId),
  };

  private linkOf(item: MediaItem): string {
    const id = 'takeId' in item ? item.takeId : 'jobId' in item ? item.jobId : '';
    const url = this.setup.links[`${item.kind} ${id}`];
    if (url === undefined) throw new Error(`There is no ${item.kind} ${id}.`);
    return url;
  }

  private async measure(takeId: string): Promise<void> {
    const { session } = this.setup.opened;
    this.activities = [
      { id: 'm', session, stage: 'measure', done: 50, total: 200, secondsLeft: 6 },
    ];
    this.emit('activity.watch');
    await new Promise<void>((resolve) => {
      this.finishMeasurement = resolve;
    });
    this.activities = [];
    this.emit('activity.watch');
    this.patchTake({ takeId, quality: this.setup.quality });
  }

  private patchTake({ takeId, ...patch }: TakePatch): void {
    const { takes } = this.setup;
    this.setTakes(takes.map((take) => (take.id === takeId ? { ...take, ...patch } : take)));
  }

  private setTakes(takes: readonly Take[]): void {
    this.setup = { ...this.setup, takes };
    this.emit('takes.watch');
  }

  private emit(name: SubscriptionName): void {
    for (const each of this.subscribers) if (each.name === name) this.emitTo(each);
  }

  private emitTo({ name, emit }: Subscriber): void {
    const event = this.stateOf(name);
    if (event !== null) emit(event);
  }

  private stateOf(name: SubscriptionName): unknown {
    const { document, takes, jobs, chunks, start } = this.setup;
    const history = { undo: null, redo: null };
    switch (name) {
      case 'document.watch':
        return { type: 'snapshot', document, revision: 1, history, missingMedia: [] };
      case 'takes.watch':
        return takes;
      case 'queue.watch':
        return jobs;
      case 'render.chunks':
        return chunks;
      case 'analysis.watch':
        return { state: 'ready', error: null, scores: [] };
      case 'app.settings':
        return start.settings;
      case 'app.engine':
        return { state: 'idle', activity: null, crashes: 0 };
      case 'activity.watch':
        return { type: 'running', activities: this.activities } satisfies ActivityEvent;
    }
  }
}
