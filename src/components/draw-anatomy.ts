import type { ShownOutline } from '../outline-edits.ts';
import type { Point } from '../pixels/sector.ts';
import type { OutlineLook } from './outline-look.ts';
import { structureStyles } from './structure-style.ts';

/** A fill never hides more of the picture than this, however strong it is. */
const mostFill = 0.25;

interface Drawing {
  /** Pixels of the analysed picture across. */
  readonly width: number;
  readonly look: OutlineLook;
}

/**
 * Draws outlines over a picture, outside in, with a dark rim that keeps them apart from bright tissue. The canvas
 * already has the size of the analysed picture.
 */
export function drawAnatomy(
  context: CanvasRenderingContext2D,
  outlines: readonly ShownOutline[],
  { width, look }: Drawing,
): void {
  const thickness = Math.max(1.5, width / 250);
  context.save();
  context.lineJoin = 'round';
  for (const outline of outlines) {
    const style = look.styles[outline.structure];
    if (style === 'off') continue;
    const { colour, dash } = structureStyles[outline.structure];
    trace(context, outline);
    if (style === 'filled') {
      context.globalAlpha = mostFill * look.strength;
      context.fillStyle = colour;
      context.fill('evenodd');
    }
    context.globalAlpha = look.strength;
    context.setLineDash([]);
    context.lineWidth = 2 * thickness;
    context.strokeStyle = 'rgb(0 0 0 / 45%)';
    context.stroke();
    context.setLineDash(dash.map((length) => length * thickness));
    context.lineWidth = thickness;
    context.strokeStyle = colour;
    context.stroke();
  }
  context.restore();
}

/** What a person drew goes through the points that they set; the model's corners are those of its cells, and are rounded. */
function trace(context: CanvasRenderingContext2D, { contours, probability }: ShownOutline): void {
  context.beginPath();
  for (const contour of contours) {
    if (probability === null) traceStraight(context, contour);
    else traceSmoothly(context, contour);
    context.closePath();
  }
}

function traceStraight(context: CanvasRenderingContext2D, [first, ...others]: readonly Point[]): void {
  if (!first) return;
  context.moveTo(first.x, first.y);
  for (const { x, y } of others) context.lineTo(x, y);
}

/** A closed path that bends at the corners instead of breaking: from middle to middle of the sides, drawn to each corner. */
function traceSmoothly(context: CanvasRenderingContext2D, corners: readonly Point[]): void {
  const middleAfter = (i: number): Point => {
    const [from, to] = [corners[i], corners[(i + 1) % corners.length]];
    return { x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 };
  };
  const start = middleAfter(corners.length - 1);
  context.moveTo(start.x, start.y);
  corners.forEach(({ x, y }, i) => {
    const end = middleAfter(i);
    context.quadraticCurveTo(x, y, end.x, end.y);
  });
}
