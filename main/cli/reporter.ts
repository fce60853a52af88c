// What a command says, for people on a terminal and for programs that read --json.

import type { WorkStage } from '#core/contract/work-stage.ts';
import type { WireError } from '#core/errors/app-error.ts';
import type { ProgressReport } from '#core/render/progress-estimate.ts';
import { formatDuration } from '#core/time/timecode.ts';
import { STAGE_NAMES } from './stage-names.ts';

export interface Reporter {
  /** Work goes on. */
  progress(stage: WorkStage, report: ProgressReport): void;
  /** Something the user should know that is not an error, e.g. a padded voice. */
  notice(text: string): void;
  /** The command's result: fields for programs, lines for people. */
  done(result: Readonly<Record<string, unknown>>, lines: readonly string[]): void;
  error(error: WireError): void;
}

/** One JSON object per line on stdout; the last has event "done" or "error". */
export class JsonReporter implements Reporter {
  private readonly out: NodeJS.WritableStream;
  constructor(out: NodeJS.WritableStream) {
    this.out = out;
  }
  progress(stage: WorkStage, report: ProgressReport): void {
    this.write({ event: 'progress', stage, ...report });
  }
  notice(text: string): void {
    this.write({ event: 'notice', text });
  }
  done(result: Readonly<Record<string, unknown>>): void {
    this.write({ event: 'done', ...result });
  }
  error(error: WireError): void {
    const { code, message, hint, category } = error;
    this.write({ event: 'error', code, message, hint, category });
  }
  private write(value: unknown): void {
    this.out.write(`${JSON.stringify(value)}\n`);
  }
}

const BAR_WIDTH = 28;
const CLEAR_LINE = '\r\u001b[2K';

/** Sentences on stdout; a progress bar with time left on stderr when that is a terminal. */
export class TerminalReporter implements Reporter {
  private readonly out: NodeJS.WritableStream;
  private readonly err: NodeJS.WriteStream;
  private barShown = false;

  constructor(out: NodeJS.WritableStream, err: NodeJS.WriteStream) {
    this.out = out;
    this.err = err;
  }

  progress(stage: WorkStage, report: ProgressReport): void {
    if (!this.err.isTTY) return;
    const share = report.total > 0 ? report.done / report.total : 1;
    const filled = Math.round(share * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    const left = report.secondsLeft === null ? '' : `, ${formatDuration(report.secondsLeft)} left`;
    this.err.write(`${CLEAR_LINE}${STAGE_NAMES[stage]} ${bar} ${Math.floor(share * 100)} %${left}`);
    this.barShown = true;
  }

  notice(text: string): void {
    this.clearBar();
    this.err.write(`Note: ${text}\n`);
  }

  done(_result: Readonly<Record<string, unknown>>, lines: readonly string[]): void {
    this.clearBar();
    for (const line of lines) this.out.write(`${line}\n`);
  }

  error(error: WireError): void {
    this.clearBar();
    this.err.write(`${error.message}${error.hint === null ? '' : ` ${error.hint}`}\n`);
  }

  private clearBar(): void {
    if (this.barShown) this.err.write(CLEAR_LINE);
    this.barShown = false;
  }
}
