// Time per input step out of a Chromium trace: the script that a wheel event and all that follows
// from it run on the window's thread, until the next wheel event.

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread inside `dur`. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

export interface StepTime {
  /** Processor time of scripts; what others do to the machine at the same time is not in it. */
  readonly scriptCpuMs: number;
  /** The same by the clock. */
  readonly scriptWallMs: number;
  /** Processor time of everything on the window's thread: layout, paint and commit too. */
  readonly threadCpuMs: number;
}

/** Events inside which a page's script runs, or is collected after. */
const SCRIPTS = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'TimerFire',
  'EvaluateScript',
  'RunMicrotasks',
  'v8.callFunction',
  'MajorGC',
  'MinorGC',
]);
const TASKS = new Set(['ThreadControllerImpl::RunTask']);

export const TRACE_CATEGORIES = ['devtools.timeline', 'toplevel', 'blink.user_timing'];

interface WindowThread {
  readonly steps: readonly TraceEvent[];
  /** What it did, by start; what holds others before them. */
  readonly complete: readonly TraceEvent[];
}

/** The thread on which wheel events arrive. */
function readWindowThread(trace: Buffer): WindowThread {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const steps = traceEvents.filter(isWheel).sort((a, b) => a.ts - b.ts);
  if (steps.length === 0) return { steps, complete: [] };
  const { pid, tid } = steps[0];
  const complete = traceEvents
    .filter((each) => each.ph === 'X' && each.pid === pid && each.tid === tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return { steps, complete };
}

/** Processor time of every task of the window's thread. */
export function readTaskCpuMs(trace: Buffer): number[] {
  const { complete } = readWindowThread(trace);
  const tasks = outermost(complete.filter(({ name }) => TASKS.has(name)));
  return tasks.map(({ tdur = 0 }) => tdur / 1000);
}

/** One entry per wheel event. */
export function readStepTimes(trace: Buffer): StepTime[] {
  const { steps, complete } = readWindowThread(trace);
  const scripts = outermost(complete.filter(({ name }) => SCRIPTS.has(name)));
  const tasks = outermost(complete.filter(({ name }) => TASKS.has(name)));
  return steps.map((step, index) => {
    const end = steps.at(index + 1)?.ts ?? Infinity;
    const inStep = ({ ts }: TraceEvent): boolean => ts >= step.ts && ts < end;
    const run = scripts.filter(inStep);
    return {
      scriptCpuMs: sumMs(run.map(({ tdur }) => tdur ?? 0)),
      scriptWallMs: sumMs(run.map(({ dur }) => dur ?? 0)),
      // The task that holds the wheel event begins a little before it.
      threadCpuMs: sumMs(
        tasks
          .filter(({ ts, dur = 0 }) => ts + dur >= step.ts && ts + dur < end)
          .map(({ tdur }) => tdur ?? 0),
      ),
    };
  });
}

function isWheel({ name, args }: TraceEvent): boolean {
  return name === 'EventDispatch' && args?.data?.type === 'wheel';
}

/** Events that lie in no other of the list; ordered by start. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const outer: TraceEvent[] = [];
  let endTs = -Infinity;
  for (const event of events) {
    if (event.ts < endTs) continue;
    outer.push(event);
    endTs = event.ts + (event.dur ?? 0);
  }
  return outer;
}

function sumMs(microseconds: readonly number[]): number {
  return microseconds.reduce((sum, each) => sum + each, 0) / 1000;
}
