import type { Polygon } from '../annotation/annotation.ts';
import { type BrushEffect, brush, effectOfPush } from '../contour/brush.ts';
import { replaceLabel } from '../contour/replace-label.ts';
import { thin } from '../contour/tidy-polygons.ts';
import type { ContourModel } from '../contour-model.ts';
import type { Point } from '../pixels/sector.ts';
import type { StagePointer, StageTool } from './picture-stage.tsx';

/** CSS pixels by which the edge may be off while the brush moves, and when the stroke has ended. */
const tolerance = { moving: 0.25, ended: 0.5 };

interface Stroke {
  readonly effect: BrushEffect;
  readonly region: readonly Polygon[];
  readonly last: Point;
}

/** A round brush that changes all contours of the label that is worked on: pushes their edge, or erases. */
export class BrushTool implements StageTool {
  private stroke: Stroke | null = null;

  constructor(
    private readonly model: ContourModel,
    private readonly kind: 'push' | 'erase',
  ) {}

  down = (pointer: StagePointer): boolean => {
    const region = this.model.region();
    const effect = this.kind === 'erase' ? 'shrink' : effectOfPush(region, pointer.at);
    this.paint({ effect, region, last: pointer.at }, pointer);
    return true;
  };

  move = (pointer: StagePointer): void => {
    if (this.stroke) this.paint(this.stroke, pointer);
  };

  up = ({ scale }: StagePointer): void => {
    if (this.stroke === null) return;
    const { region } = this.stroke;
    this.stroke = null;
    this.model.commit(this.withRegion(thin(region, tolerance.ended / scale)));
  };

  cancel = (): void => {
    this.stroke = null;
    this.model.drop();
  };

  hover = (pointer: StagePointer | null): void => {
    this.model.cursor.value = pointer?.at ?? null;
  };

  private paint({ effect, region, last }: Stroke, { trail, at, scale }: StagePointer): void {
    const changed = brush(region, {
      effect,
      trail: [last, ...trail],
      radius: this.model.brushSize.value / scale,
      tolerance: tolerance.moving / scale,
    });
    this.stroke = { effect, region: changed, last: at };
    this.model.cursor.value = at;
    this.model.preview(this.withRegion(changed));
  }

  private withRegion(region: readonly Polygon[]) {
    return replaceLabel(this.model.shapes.value, this.model.label.value, region);
  }
}
