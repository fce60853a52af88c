// Cut, copy, paste, delete and select go to whatever feature the user works in: the timeline, a list
// of keys, the monitor. A feature registers its handlers while it is on screen; the one used last
// gets the commands.

export interface EditTarget {
  readonly cut?: () => void;
  readonly copy?: () => void;
  readonly paste?: () => void;
  readonly duplicate?: () => void;
  readonly delete?: () => void;
  readonly selectAll?: () => void;
  readonly selectNone?: () => void;
  /** Whether there is something the command could act on now; without it: always. */
  readonly can?: (command: EditCommand) => boolean;
}

export type EditCommand =
  'cut' | 'copy' | 'paste' | 'duplicate' | 'delete' | 'selectAll' | 'selectNone';

/** The one used last is at the end. */
let stack: readonly EditTarget[] = [];

/** @returns takes the target away again */
export function registerEditTarget(target: EditTarget): () => void {
  stack = [...stack, target];
  return () => {
    stack = stack.filter((each) => each !== target);
  };
}

/** Call on focus or pointer-down inside the feature. */
export function activateEditTarget(target: EditTarget): void {
  if (!stack.includes(target) || stack.at(-1) === target) return;
  stack = [...stack.filter((each) => each !== target), target];
}

/** The target that would take the command now, the one used last first. */
function takerOf(command: EditCommand): EditTarget | null {
  for (const target of stack.toReversed())
    if (target[command] !== undefined && (target.can?.(command) ?? true)) return target;
  return null;
}

export function canEdit(command: EditCommand): boolean {
  return takerOf(command) !== null;
}

export function performEdit(command: EditCommand): void {
  takerOf(command)?.[command]?.();
}
