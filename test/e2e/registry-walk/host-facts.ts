// What the host knows of the project on screen, as one more window would: watched, not asked for.
import type {
  DocumentEvent,
  HistoryHead,
  Job,
  SessionId,
  Take,
  ViewState,
} from '#core/contract/project-types.ts';
import type { Settings } from '#core/contract/app-types.ts';
import { EMPTY_DOCUMENT, type ProjectDocument } from '#core/project/document.ts';
import { applyChanges } from '#core/project/apply-changes.ts';
import type { Studio } from '#main/host/studio/create-studio.ts';

export class HostFacts {
  document: ProjectDocument = EMPTY_DOCUMENT;
  history: HistoryHead = { undo: null, redo: null };
  takes: readonly Take[] = [];
  jobs: readonly Job[] = [];
  settings: Settings | null = null;
  /** When the document changed last, in ms. */
  changedAt = 0;
  private readonly procedures: Studio['procedures'];
  private readonly session: SessionId;
  private readonly end: AbortController;

  private constructor(procedures: Studio['procedures'], session: SessionId, end: AbortController) {
    this.procedures = procedures;
    this.session = session;
    this.end = end;
  }

  /** Watches the project that was made last. */
  static async watch({ procedures }: Studio): Promise<HostFacts> {
    const end = new AbortController();
    const { signal } = end;
    const [listing] = await procedures['projects.list']({}, signal);
    if (listing === undefined) throw new Error('There is no project.');
    const { session } = await procedures['projects.open']({ ref: listing.ref }, signal);
    const facts = new HostFacts(procedures, session, end);
    const watching = [
      procedures['document.watch']({ session }, (event) => facts.take(event), signal),
      procedures['takes.watch']({ session }, (takes) => (facts.takes = takes), signal),
      procedures['queue.watch']({ session }, (jobs) => (facts.jobs = jobs), signal),
      procedures['app.settings']({}, (settings) => (facts.settings = settings), signal),
    ];
    // Watching ends with the signal.
    for (const each of watching) Promise.resolve(each).catch(() => undefined);
    return facts;
  }

  private take(event: DocumentEvent): void {
    this.changedAt = Date.now();
    this.history = event.history;
    this.document =
      event.type === 'snapshot' ? event.document : applyChanges(this.document, event.changes);
  }

  /** As it was saved: a moment after it has changed. */
  async view(): Promise<ViewState> {
    return await this.procedures['view.load']({ session: this.session }, this.end.signal);
  }

  async edit(command: string, input: unknown): Promise<void> {
    const { session } = this;
    await this.procedures['document.edit']({ session, command, input }, this.end.signal);
  }

  async undo(): Promise<void> {
    await this.procedures['document.undo']({ session: this.session }, this.end.signal);
  }

  /** Draws a person where the picture shows nobody. */
  async drawPerson(box: readonly [number, number, number, number]): Promise<void> {
    const { session } = this;
    const { face } = await this.procedures['analysis.faceInBox'](
      { session, box: [...box] },
      this.end.signal,
    );
    await this.edit('drawPerson', { face });
  }

  async close(): Promise<void> {
    const { signal } = new AbortController();
    await this.procedures['projects.close']({ session: this.session }, signal);
    this.end.abort();
  }
}
