import type { Line, Trace } from '../measure/measurement.ts';
import type { Point } from '../pixels/sector.ts';

/** Where marks are drawn: a context in picture coordinates, and CSS pixels a picture pixel. */
export interface MarkCanvas {
  readonly context: CanvasRenderingContext2D;
  readonly scale: number;
}

/** Colours of marks: what a hand laid, what is in hand, and what a number was measured on. */
export const markColours = {
  laid: '#7cb8ff',
  held: '#ffffff',
  traced: '#ffffff',
  faint: 'rgb(255 255 255 / 45%)',
};

const rim = 'rgb(0 0 0 / 65%)';

/** A line with a dark rim that keeps it apart from bright tissue. */
export function drawLine({ context, scale }: MarkCanvas, { from, to }: Line, colour: string): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  stroke({ context, scale }, colour, 2);
}

/** The end of a line: a cross, so that the place itself is seen; in a ring where it can be dragged. */
export function drawEnd({ context, scale }: MarkCanvas, { x, y }: Point, style: EndStyle): void {
  const arm = 7 / scale;
  context.beginPath();
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  context.moveTo(x, y - arm);
  context.lineTo(x, y + arm);
  if (style.isHeld) {
    context.moveTo(x + 15 / scale, y);
    context.arc(x, y, 15 / scale, 0, 2 * Math.PI);
  }
  stroke({ context, scale }, style.colour, 2);
}

interface EndStyle {
  readonly colour: string;
  readonly isHeld: boolean;
}

/** A round region, thicker where it is in hand. */
export function drawDisc(
  { context, scale }: MarkCanvas,
  { centre, radius }: { readonly centre: Point; readonly radius: number },
  colour: string,
): void {
  context.beginPath();
  context.arc(centre.x, centre.y, radius, 0, 2 * Math.PI);
  stroke({ context, scale }, colour, 2);
}

/** Words below a place, moved aside where the stage's edge would cut them off. */
export function drawLabel({ context, scale }: MarkCanvas, text: string, at: Point): void {
  context.font = `600 ${15 / scale}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 4 / scale;
  const { x, y } = placeWords(context, at, { half: context.measureText(text).width / 2, below: 18 / scale });
  context.strokeStyle = 'rgb(0 0 0 / 80%)';
  context.strokeText(text, x, y);
  context.fillStyle = '#fff';
  context.fillText(text, x, y);
}

/** Words of a place that is itself out of sight, as in the magnifier, stay out of sight. */
function placeWords(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  { half, below }: { readonly half: number; readonly below: number },
): Point {
  const { a: scale, e, f } = context.getTransform();
  const { width, height } = context.canvas;
  const [left, right, bottom] = [-e / scale, (width - e) / scale, (height - f) / scale];
  const isSeen = x >= left && x <= right && y <= bottom;
  if (!isSeen) return { x, y: y + below };
  // As high as the words are once more, they stand above the place.
  const fits = y + 2 * below <= bottom;
  return {
    x: Math.max(left + half, Math.min(right - half, x)),
    y: fits ? y + below : y - 2 * below,
  };
}

/** The middle of a line. */
export function middleOf({ from, to }: Line): Point {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

/** The lower end of a line, below which its words stand. */
export function lowerEnd({ from, to }: Line): Point {
  return from.y > to.y ? from : to;
}

/** What a number was measured on. */
export function drawTrace(canvas: MarkCanvas, trace: Trace): void {
  if (trace.kind === 'contours') {
    for (const contour of trace.contours) drawContour(canvas, contour);
    return;
  }
  if (trace.kind === 'lines') for (const line of trace.all) drawLine(canvas, line, markColours.faint);
  drawLine(canvas, trace.line, markColours.traced);
  for (const at of [trace.line.from, trace.line.to]) {
    drawEnd(canvas, at, { colour: markColours.traced, isHeld: false });
  }
}

/** Where a trace's words stand: below all of it. */
export function labelPlace(trace: Trace): Point {
  const points = trace.kind === 'contours' ? trace.contours.flat() : [trace.line.from, trace.line.to];
  const xs = points.map(({ x }) => x);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: Math.max(...points.map(({ y }) => y)) };
}

function drawContour({ context, scale }: MarkCanvas, contour: readonly Point[]): void {
  context.beginPath();
  for (const { x, y } of contour) context.lineTo(x, y);
  context.closePath();
  stroke({ context, scale }, markColours.traced, 2);
}

function stroke({ context, scale }: MarkCanvas, colour: string, width: number): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.strokeStyle = rim;
  context.lineWidth = (width + 3) / scale;
  context.stroke();
  context.strokeStyle = colour;
  context.lineWidth = width / scale;
  context.stroke();
}
