import type { ContourModel } from '../contour-model.ts';
import type { Point } from '../pixels/sector.ts';
import type { StagePointer, StageTool } from './picture-stage.tsx';

/** CSS pixels between two points of a line drawn by hand. */
const step = 2;
/** A stroke of fewer CSS pixels is a tap. */
const tap = 24;
/** CSS pixels by which an outline may be off the stroke that drew it. */
const tolerance = 0.75;

/** Draws a new contour: in one stroke, or point by point until the first one is tapped again. */
export class DrawTool implements StageTool {
  /** The line before this stroke, and how far the stroke went; null between strokes. */
  private stroke: { readonly before: readonly Point[]; readonly length: number } | null = null;

  constructor(private readonly model: ContourModel) {}

  down = ({ at, reach }: StagePointer): boolean => {
    const line = this.model.line.value;
    const [first] = line;
    if (first && line.length > 2 && distance(first, at) <= reach) {
      this.model.closeLine();
      return true;
    }
    this.stroke = { before: line, length: 0 };
    this.model.line.value = [...line, at];
    return true;
  };

  move = ({ trail, scale }: StagePointer): void => {
    if (this.stroke === null) return;
    const line = [...this.model.line.value];
    let { before, length } = this.stroke;
    for (const place of trail) {
      const gap = distance(line.at(-1) ?? place, place) * scale;
      if (gap < step) continue;
      length += gap;
      line.push(place);
    }
    this.stroke = { before, length };
    this.model.line.value = line;
  };

  up = ({ at, scale }: StagePointer): void => {
    if (this.stroke === null) return;
    const { before, length } = this.stroke;
    this.stroke = null;
    // A tap leaves one point, where the finger was lifted.
    if (length < tap) this.model.line.value = [...before, at];
    else if (before.length === 0) this.model.closeLine(tolerance / scale);
  };

  cancel = (): void => {
    this.model.line.value = this.stroke?.before ?? [];
    this.stroke = null;
  };
}

function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
