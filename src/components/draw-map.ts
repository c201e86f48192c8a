import type { ActivationMap, QualityLabel } from '../analysis.ts';
import type { Point } from '../pixels/sector.ts';

/** The order of the labels in every activation map. */
export const mapLabels: readonly QualityLabel[] = ['artefact', 'gain', 'position', 'optimal', 'wrong'];

/** Logit contributions below this stay faint: a map of nothing must not look like a map of something. */
const fullHeat = 4;

/**
 * Draws one label's map over a picture, inside its sector: what raised the label glows, what lowered it stays
 * clear. The canvas already has the size of the analysed picture.
 */
export function drawMap(
  context: CanvasRenderingContext2D,
  map: ActivationMap,
  { label, outline }: { readonly label: QualityLabel; readonly outline: readonly Point[] },
): void {
  const values = planeOf(map, label);
  const peak = Math.max(fullHeat, ...values);
  drawHeat(context, { ...map, strengths: values.map((value) => Math.max(0, value) / peak) }, outline);
}

/** How strongly each cell of a grid glows, 0–1, and which part of the picture the grid covers. */
export interface Heat extends Pick<ActivationMap, 'rows' | 'columns' | 'covers'> {
  readonly strengths: readonly number[];
}

/** Draws a glow over a picture, inside its sector. The context is in pixels of the analysed picture. */
export function drawHeat(
  context: CanvasRenderingContext2D,
  { rows, columns, covers, strengths }: Heat,
  outline: readonly Point[],
): void {
  const heat = document.createElement('canvas');
  heat.width = columns;
  heat.height = rows;
  const plane = new ImageData(columns, rows);
  strengths.forEach((strength, i) => {
    plane.data.set([255, 190 - 130 * strength, 40, 190 * strength], i * 4);
  });
  heat.getContext('2d')?.putImageData(plane, 0, 0);
  context.save();
  tracePolygon(context, outline);
  context.clip();
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(heat, covers.x, covers.y, covers.width, covers.height);
  context.restore();
}

function planeOf(map: ActivationMap, label: QualityLabel): number[] {
  const offset = mapLabels.indexOf(label);
  return Array.from(
    { length: map.rows * map.columns },
    (_, i) => map.values[i * mapLabels.length + offset] ?? 0,
  );
}

/** Makes a closed path of a polygon. */
export function tracePolygon(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  context.closePath();
}
