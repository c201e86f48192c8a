import type { Polygon } from '../annotation/annotation.ts';
import { ringsOf } from '../contour/edited-shape.ts';
import type { LineStyle } from './structure-style.ts';

/** What one reader drew, and how it is shown. */
export interface Reading {
  readonly polygons: readonly Polygon[];
  readonly style: LineStyle;
}

/** Draws the readers' outlines in picture pixels, each in its line with a dark rim; lines are `thickness` pixels wide. */
export function drawReadings(
  context: CanvasRenderingContext2D,
  readings: readonly Reading[],
  thickness: number,
): void {
  context.lineJoin = 'round';
  for (const { polygons, style } of readings) {
    for (const polygon of polygons) {
      context.beginPath();
      for (const ring of ringsOf(polygon)) {
        ring.forEach(({ x, y }, i) => {
          if (i === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        });
        context.closePath();
      }
      context.setLineDash([]);
      context.lineWidth = 2 * thickness;
      context.strokeStyle = 'rgb(0 0 0 / 55%)';
      context.stroke();
      context.setLineDash(style.dash.map((length) => length * thickness));
      context.lineWidth = thickness;
      context.strokeStyle = style.colour;
      context.stroke();
    }
  }
  context.setLineDash([]);
}
