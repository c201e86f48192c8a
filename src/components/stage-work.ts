import type { DrawOverlay, StageTool } from './picture-stage.tsx';

/** What one tool of the measuring screen does on the stage. */
export interface StageWork {
  readonly tool: StageTool;
  readonly draw: DrawOverlay;
  /** What to do now, in words; reads signals. */
  readonly task: () => string;
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** Leaves every contact to the picture, which it moves. */
export const idleTool: StageTool = {
  down: () => false,
  move: () => undefined,
  up: () => undefined,
  cancel: () => undefined,
};

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far an arrow key moves a mark, in pixels of the picture, ten times with Shift; null for another key. */
export function arrowStep({
  key,
  shiftKey,
}: KeyboardEvent): { readonly x: number; readonly y: number } | null {
  const arrow = arrows[key];
  if (arrow === undefined) return null;
  const step = shiftKey ? 10 : 1;
  return { x: step * arrow[0], y: step * arrow[1] };
}
