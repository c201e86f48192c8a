import type { ScanTruth } from '../../workers/phantom-protocol.ts';
import { tracePolygon } from './draw-map.ts';
import { layerAt } from './truth-layers.ts';

/** How much of the picture the colours hide, 0 to 255. */
const veil = 105;
/** The canvas is this much finer than the truth's maps, so that lines are smooth. */
const fineness = 4;

/** Colours the truth, the kidney's capsule as a line; clears the canvas for null. */
export function drawTruth(context: CanvasRenderingContext2D, truth: ScanTruth | null): void {
  const { canvas } = context;
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (truth === null) return;
  canvas.width = fineness * truth.maps.width;
  canvas.height = fineness * truth.maps.height;
  context.drawImage(paintLayers(truth), 0, 0, canvas.width, canvas.height);
  context.scale(fineness, fineness);
  for (const polygon of truth.capsule) {
    tracePolygon(context, polygon);
    strokeLine(context, { colour: '#000', width: 1.5 });
    strokeLine(context, { colour: '#fff', width: 0.75 });
  }
}

function paintLayers(truth: ScanTruth): HTMLCanvasElement {
  const { width, height } = truth.maps;
  const layer = new ImageData(width, height);
  for (let i = 0; i < width * height; i += 1) {
    const colour = layerAt(truth, i)?.colour;
    if (colour !== undefined) layer.data.set([...colour, veil], i * 4);
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(layer, 0, 0);
  return canvas;
}

function strokeLine(
  context: CanvasRenderingContext2D,
  { colour, width }: { readonly colour: string; readonly width: number },
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
