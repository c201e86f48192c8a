import type { Point } from '../pixels/sector.ts';
import type { StagePointer, StageTool } from './picture-stage.tsx';

/** Something on the picture that follows a finger. */
export interface Drag {
  /** Where it is now; the magnifier shows that place. */
  readonly at: () => Point;
  readonly move: (to: Point) => void;
  readonly end: () => void;
  /** Everything since it was taken up is taken back. */
  readonly cancel: () => void;
}

/**
 * A tool that drags what `begin` takes up, or leaves the contact to the picture where that is nothing. What was taken
 * up keeps its distance from the finger, which need not hit it nor hide it.
 */
export function dragTool(begin: (pointer: StagePointer) => Drag | null): StageTool {
  let held: { readonly drag: Drag; readonly grip: Point } | null = null;
  return {
    down(pointer) {
      const drag = begin(pointer);
      if (drag === null) return false;
      const at = drag.at();
      held = { drag, grip: { x: at.x - pointer.at.x, y: at.y - pointer.at.y } };
      return true;
    },
    move: ({ at }) => held?.drag.move({ x: at.x + held.grip.x, y: at.y + held.grip.y }),
    up() {
      held?.drag.end();
      held = null;
    },
    cancel() {
      held?.drag.cancel();
      held = null;
    },
    magnified: () => held?.drag.at() ?? null,
  };
}

/** The place within reach that is nearest, by its index, or null. */
export function findNearest(
  places: readonly Point[],
  { at, reach }: Pick<StagePointer, 'at' | 'reach'>,
): number | null {
  const distances = places.map(({ x, y }) => Math.hypot(x - at.x, y - at.y));
  const nearest = distances.indexOf(Math.min(...distances));
  return nearest >= 0 && (distances[nearest] ?? Number.POSITIVE_INFINITY) <= reach ? nearest : null;
}

/** The nearest place inside a picture. */
export function keepInside(
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
): Point {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}
