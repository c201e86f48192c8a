import type { Anatomy, Structure } from '../analysis.ts';
import type { Point } from '../pixels/sector.ts';

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
      traceSmoothly(context, contour);
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

/** A closed path that bends at the corners instead of breaking: from middle to middle of the sides, drawn to each corner. */
function traceSmoothly(context: CanvasRenderingContext2D, corners: readonly Point[]): void {
  const middleAfter = (i: number): Point => {
    const [from, to] = [corners[i], corners[(i + 1) % corners.length]];
    return { x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 };
  };
  const start = middleAfter(corners.length - 1);
  context.beginPath();
  context.moveTo(start.x, start.y);
  corners.forEach(({ x, y }, i) => {
    const end = middleAfter(i);
    context.quadraticCurveTo(x, y, end.x, end.y);
  });
  context.closePath();
}
