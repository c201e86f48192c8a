import type { Polygon } from '../annotation/annotation.ts';
import { pointAt } from '../contour/edit-points.ts';
import { ringsOf } from '../contour/edited-shape.ts';
import type { ContourModel } from '../contour-model.ts';
import type { Point } from '../pixels/sector.ts';
import type { LineStyle } from './structure-style.ts';

/** A contour that is shown beside the edited ones, as the model's own. */
export interface ReferenceContour {
  readonly label: string;
  readonly polygon: Polygon;
}

/** What the editor's overlay shows. */
export interface ContourScene {
  readonly model: ContourModel;
  readonly references: readonly ReferenceContour[];
  readonly styleOf: (label: string) => LineStyle;
}

const rim = 'rgb(0 0 0 / 55%)';
/** CSS pixels: lines, points, and the distance below which points would hide the line. */
const width = { line: 1.5, worked: 2.5, reference: 1.5 };
const radius = { point: 5, selected: 8 };
const leastSpacing = 12;

/** Draws contours while they are edited, in picture coordinates; `scale` is CSS pixels a picture pixel. */
export function drawContours(context: CanvasRenderingContext2D, scene: ContourScene, scale: number): void {
  const { model, references, styleOf } = scene;
  const label = model.label.value;
  const px = 1 / scale;
  context.lineJoin = 'round';
  for (const reference of references.filter((one) => one.label === label)) {
    tracePolygon(context, reference.polygon);
    context.setLineDash([6 * px, 6 * px]);
    context.lineWidth = width.reference * px;
    context.strokeStyle = 'rgb(255 255 255 / 80%)';
    context.stroke();
  }
  // What is worked on lies on top.
  const shapes = model.shapes.value.toSorted((a, b) => Number(a.label === label) - Number(b.label === label));
  for (const shape of shapes) {
    tracePolygon(context, shape.polygon);
    const isWorkedOn = shape.label === label;
    context.globalAlpha = isWorkedOn ? 1 : 0.6;
    strokeLine(context, { style: styleOf(shape.label), width: isWorkedOn ? width.worked : width.line, px });
    if (isWorkedOn && model.tool.value === 'move') drawPoints(context, shape.polygon, px);
  }
  context.globalAlpha = 1;
  drawSelected(context, model, px);
  drawLine(context, { points: model.line.value, style: styleOf(label), px });
  drawBrush(context, model, px);
}

function tracePolygon(context: CanvasRenderingContext2D, polygon: Polygon): void {
  context.beginPath();
  for (const ring of ringsOf(polygon)) {
    traceLine(context, ring);
    context.closePath();
  }
}

function traceLine(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  for (const [i, { x, y }] of points.entries()) {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
}

interface Stroke {
  readonly style: LineStyle;
  readonly width: number;
  readonly px: number;
}

function strokeLine(context: CanvasRenderingContext2D, { style, width, px }: Stroke): void {
  context.setLineDash([]);
  context.lineWidth = 2 * width * px;
  context.strokeStyle = rim;
  context.stroke();
  context.setLineDash(style.dash.map((length) => length * width * px));
  context.lineWidth = width * px;
  context.strokeStyle = style.colour;
  context.stroke();
  context.setLineDash([]);
}

/** The points as discs, unless they are so near to each other that only a closer look tells them apart. */
function drawPoints(context: CanvasRenderingContext2D, polygon: Polygon, px: number): void {
  for (const ring of ringsOf(polygon)) {
    if (spacing(ring) < leastSpacing * px) continue;
    context.beginPath();
    for (const { x, y } of ring) disc(context, { x, y }, radius.point * px);
    context.fillStyle = '#fff';
    context.fill();
    context.lineWidth = 1.5 * px;
    context.strokeStyle = rim;
    context.stroke();
  }
}

function spacing(ring: readonly Point[]): number {
  const lengths = ring.map((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    return Math.hypot(to.x - from.x, to.y - from.y);
  });
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, ring.length);
}

function drawSelected(context: CanvasRenderingContext2D, model: ContourModel, px: number): void {
  const selection = model.selection.value;
  const shape = model.shapes.value.find(({ id }) => id === selection?.id);
  if (!selection || !shape || model.tool.value !== 'move') return;
  context.strokeStyle = '#7cb8ff';
  if (selection.point === null) {
    tracePolygon(context, shape.polygon);
    context.fillStyle = 'rgb(124 184 255 / 12%)';
    context.fill('evenodd');
    return;
  }
  const point = pointAt(shape.polygon, selection.point);
  if (!point) return;
  context.beginPath();
  disc(context, point, radius.selected * px);
  context.lineWidth = 3 * px;
  context.stroke();
}

function drawLine(
  context: CanvasRenderingContext2D,
  {
    points,
    style,
    px,
  }: { readonly points: readonly Point[]; readonly style: LineStyle; readonly px: number },
): void {
  const [first] = points;
  if (!first) return;
  context.beginPath();
  traceLine(context, points);
  strokeLine(context, { style: { ...style, dash: [] }, width: width.worked, px });
  context.beginPath();
  disc(context, first, radius.selected * px);
  context.fillStyle = '#fff';
  context.fill();
}

function drawBrush(context: CanvasRenderingContext2D, model: ContourModel, px: number): void {
  const at = model.cursor.value;
  if (at === null || (model.tool.value !== 'push' && model.tool.value !== 'erase')) return;
  context.beginPath();
  disc(context, at, model.brushSize.value * px);
  context.lineWidth = 1.5 * px;
  context.strokeStyle = '#fff';
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
