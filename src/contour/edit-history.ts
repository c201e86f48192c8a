/** What can be undone and redone, oldest first. */
export interface EditHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** Older steps are forgotten; a step holds only what it changed. */
const mostSteps = 200;

/** A history that starts here. */
export function startHistory<T>(present: T): EditHistory<T> {
  return { past: [], present, future: [] };
}

/** A step further; what was undone is gone. */
export function record<T>({ past, present }: EditHistory<T>, next: T): EditHistory<T> {
  return { past: [...past.slice(1 - mostSteps), present], present: next, future: [] };
}

/** A step back; the same where there is none. */
export function undo<T>(history: EditHistory<T>): EditHistory<T> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past[past.length - 1] as T, future: [present, ...future] };
}

/** A step forward again; the same where there is none. */
export function redo<T>(history: EditHistory<T>): EditHistory<T> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0] as T, future: future.slice(1) };
}
