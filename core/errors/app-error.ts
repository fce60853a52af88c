// Every expected failure in Parley is an AppError: what happened, why, what to do, and an exit code.

/** Exit codes promised by the command line (DESIGN.md section 6). */
export const EXIT_CODES = {
  ok: 0,
  internal: 1,
  usage: 2,
  'bad-input': 3,
  'model-missing': 4,
  'device-failed': 5,
  'out-of-disk': 6,
  cancelled: 130,
} as const;

export type ErrorCategory = Exclude<keyof typeof EXIT_CODES, 'ok'>;

export interface AppErrorFields {
  /** Decides the exit code. */
  readonly category: ErrorCategory;
  /** Stable kebab-case name of the one situation, e.g. `no-face-found`. */
  readonly code: string;
  /** One sentence for the user: what happened and why. */
  readonly message: string;
  /** One sentence for the user: what to do next. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** An expected failure that reaches the user as one sentence, never as a stack trace. */
export class AppError extends Error {
  readonly category: ErrorCategory;
  readonly code: string;
  readonly hint: string | null;

  constructor(fields: AppErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = 'AppError';
    this.category = fields.category;
    this.code = fields.code;
    this.hint = fields.hint ?? null;
  }

  get exitCode(): number {
    return EXIT_CODES[this.category];
  }
}

/** What crosses a process border: an AppError without its prototype. */
export interface WireError {
  readonly category: ErrorCategory;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

export function toWireError(error: unknown): WireError {
  if (error instanceof AppError) {
    return { category: error.category, code: error.code, message: error.message, hint: error.hint };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { category: 'internal', code: 'internal', message, hint: null };
}

export function fromWireError(wire: WireError): AppError {
  const { hint, ...fields } = wire;
  return new AppError(hint === null ? fields : { ...fields, hint });
}
