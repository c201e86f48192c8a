import type { MoveArrow } from '../feedback/calm-move.ts';
import type { Box, Point } from '../pixels/sector.ts';

/** Length of the arrow, as a share of the sector's shorter side. */
const length = 0.22;

/** Both ends of an arrow in the picture of whose sector these are the bounds. */
export function arrowEnds({ move, from }: MoveArrow, bounds: Box): readonly [from: Point, to: Point] {
  const start = { x: bounds.x + from.across * bounds.width, y: bounds.y + from.down * bounds.height };
  const reach = (length * Math.min(bounds.width, bounds.height)) / Math.hypot(move.across, move.down);
  return [start, { x: start.x + reach * move.across, y: start.y + reach * move.down }];
}

/** Draws an arrow with a dark rim; the canvas has the size of the picture, `width` pixels across. */
export function drawArrow(
  context: CanvasRenderingContext2D,
  [from, to]: readonly [Point, Point],
  width: number,
): void {
  const thickness = Math.max(3, width / 110);
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  context.save();
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  for (const turn of [-1, 1]) {
    const back = angle + Math.PI + turn * 0.6;
    context.moveTo(to.x, to.y);
    context.lineTo(to.x + 4 * thickness * Math.cos(back), to.y + 4 * thickness * Math.sin(back));
  }
  context.lineWidth = 2 * thickness;
  context.strokeStyle = 'rgb(0 0 0 / 45%)';
  context.stroke();
  context.lineWidth = thickness;
  context.strokeStyle = '#f5bd58';
  context.stroke();
  context.restore();
}
