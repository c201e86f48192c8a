import { signal } from '@preact/signals';
import type { Point } from '../pixels/sector.ts';
import type { Drag } from './drag-tool.ts';
import type { StagePointer } from './picture-stage.tsx';

/** A line on its way: it is laid, and its far end then moved until the finger leaves. */
export interface LineTarget {
  readonly lay: (from: Point, to: Point) => void;
  readonly moveEnd: (to: Point) => void;
  readonly settle: () => void;
  readonly revert: () => void;
}

/** CSS pixels that a tapping finger may slip. */
const slip = 10;

/** Lays a line by two taps, or by one stroke from end to end. */
export class LinePlacer {
  /** The first of two taps, waiting for the second; null where none was made. */
  readonly first = signal<Point | null>(null);

  constructor(private readonly target: LineTarget) {}

  /** Takes up a contact that touches no mark. */
  begin({ at, scale }: StagePointer): Drag {
    const first = this.first.peek();
    if (first === null) return this.stroke(at, slip / scale);
    this.first.value = null;
    this.target.lay(first, at);
    return this.farEnd(at, first);
  }

  /** A tap so far; a stroke from where it is longer than a slip. */
  private stroke(start: Point, least: number): Drag {
    let far: Drag | null = null;
    this.first.value = start;
    return {
      at: () => far?.at() ?? start,
      move: (to) => {
        if (far !== null) return far.move(to);
        if (Math.hypot(to.x - start.x, to.y - start.y) < least) return;
        this.first.value = null;
        this.target.lay(start, to);
        far = this.farEnd(to, null);
      },
      end: () => far?.end(),
      cancel: () => {
        this.first.value = null;
        far?.cancel();
      },
    };
  }

  private farEnd(start: Point, first: Point | null): Drag {
    let at = start;
    return {
      at: () => at,
      move: (to) => {
        at = to;
        this.target.moveEnd(to);
      },
      end: () => this.target.settle(),
      cancel: () => {
        this.first.value = first;
        this.target.revert();
      },
    };
  }
}
