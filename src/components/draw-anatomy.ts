import type { Anatomy, Structure } from '../analysis.ts';
import { tracePolygon } from './draw-map.ts';

/** Colours that people who confuse red and green tell apart (Okabe and Ito), and a dash besides. */
const lines: Partial<Record<Structure, { readonly colour: string; readonly dash: readonly number[] }>> = {
  capsule: { colour: '#f0e442', dash: [] },
  'central-echo-complex': { colour: '#e69f00', dash: [3, 2] },
};

/**
 * Draws the outlines of the kidney and of its central echo complex over a picture, with a dark rim that keeps them
 * apart from bright tissue. The canvas already has the size of the analysed picture, `width` pixels wide.
 */
export function drawAnatomy(context: CanvasRenderingContext2D, { outlines }: Anatomy, width: number): void {
  const thickness = Math.max(1.5, width / 250);
  for (const { structure, contours } of outlines) {
    const line = lines[structure];
    if (line === undefined) continue;
    for (const contour of contours) {
      tracePolygon(context, contour);
      context.setLineDash([]);
      context.lineWidth = 2 * thickness;
      context.strokeStyle = 'rgb(0 0 0 / 45%)';
      context.stroke();
      context.setLineDash(line.dash.map((length) => length * thickness));
      context.lineWidth = thickness;
      context.strokeStyle = line.colour;
      context.stroke();
    }
  }
  context.setLineDash([]);
}
