import type { Verdict } from '../feedback/verdict.ts';
import type { ChartMoment } from './strip-chart.tsx';

/** What is drawn; see the chart's own properties. */
export interface StripDrawing {
  readonly timesMs: readonly number[];
  readonly moments: readonly (ChartMoment | null)[];
  readonly index: number;
  readonly best: number | null;
}

/** Heights in CSS pixels, from the top: the mark of the best, the line, the band, the axis. */
const layout = { top: 16, line: 44, gap: 4, band: 20, axis: 18 } as const;
const lineEnd = layout.top + layout.line;
const bandEnd = lineEnd + layout.gap + layout.band;
/** How high the whole chart is. */
export const stripHeight = bandEnd + layout.axis;
/** Half of the slider's thumb, which cannot go nearer to the edges. */
const inset = 14;

/** The height tells the verdict too, so that colour is never alone. */
const bands: Readonly<Record<Verdict['kind'], { readonly colour: string; readonly height: number }>> = {
  optimal: { colour: '--good', height: layout.band },
  faults: { colour: '--fault', height: 13 },
  wrong: { colour: '--refused', height: 7 },
  declined: { colour: '--info', height: 3 },
};

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly colour: (name: string) => string;
  readonly x: (atMs: number) => number;
  readonly width: number;
}

/** Draws the chart in the size in which the canvas is shown. */
export function drawStripChart(canvas: HTMLCanvasElement, drawing: StripDrawing): void {
  const context = canvas.getContext('2d');
  const width = canvas.clientWidth;
  if (context === null || width === 0) return;
  const scale = devicePixelRatio;
  // Setting the size clears the canvas.
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(stripHeight * scale);
  context.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const duration = Math.max(1, drawing.timesMs.at(-1) ?? 0);
  const pen: Pen = {
    context,
    width,
    colour: (name) => style.getPropertyValue(name),
    x: (atMs) => inset + (atMs / duration) * (width - 2 * inset),
  };
  drawAxis(pen, duration);
  drawBands(pen, drawing);
  drawLine(pen, drawing);
  drawMarks(pen, drawing);
}

function drawAxis({ context, colour, x, width }: Pen, durationMs: number): void {
  context.fillStyle = colour('--line');
  context.fillRect(inset, layout.top, width - 2 * inset, 1);
  context.fillRect(inset, lineEnd, width - 2 * inset, 1);
  context.fillStyle = colour('--quiet');
  context.font = '12px system-ui, sans-serif';
  context.textAlign = 'center';
  const stepS = tickSeconds(durationMs / 1000, width);
  for (let i = 0; i * stepS * 1000 <= durationMs; i++) {
    const at = x(i * stepS * 1000);
    context.fillRect(at - 0.5, bandEnd, 1, 4);
    const text = `${Number((i * stepS).toFixed(1))}${i === 0 ? ' s' : ''}`;
    context.fillText(text, Math.min(width - 10, Math.max(10, at)), stripHeight - 2);
  }
}

/** Steps that people count in, at least 48 pixels apart. */
function tickSeconds(seconds: number, width: number): number {
  const most = Math.max(1, width / 48);
  return [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120].find((step) => seconds / step <= most) ?? 300;
}

function drawBands({ context, colour, x }: Pen, { timesMs, moments }: StripDrawing): void {
  context.fillStyle = colour('--line');
  context.fillRect(x(0), bandEnd - 1, x(timesMs.at(-1) ?? 0) - x(0), 1);
  moments.forEach((moment, i) => {
    if (moment === null) return;
    const band = bands[moment.verdict.kind];
    // Whole pixels, so that no gap shows between neighbours.
    const from = Math.floor(x(timesMs[i] ?? 0));
    // Each frame lasts until the next; the last one has no length of its own.
    const to = i + 1 < timesMs.length ? Math.ceil(x(timesMs[i + 1] ?? 0)) : from + 2;
    context.fillStyle = colour(band.colour);
    context.fillRect(from, bandEnd - band.height, Math.max(1, to - from), band.height);
  });
}

function drawLine({ context, colour, x }: Pen, { timesMs, moments }: StripDrawing): void {
  context.beginPath();
  let isBroken = true;
  moments.forEach((moment, i) => {
    const optimal = moment?.optimal ?? null;
    if (optimal === null) {
      isBroken = true;
      return;
    }
    const [at, y] = [x(timesMs[i] ?? 0), lineEnd - optimal * layout.line];
    if (isBroken) context.moveTo(at - 0.5, y);
    context.lineTo(at + 0.5, y);
    isBroken = false;
  });
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.strokeStyle = colour('--text');
  context.stroke();
}

function drawMarks({ context, colour, x }: Pen, { timesMs, index, best }: StripDrawing): void {
  if (best !== null) {
    const at = x(timesMs[best] ?? 0);
    context.fillStyle = colour('--good');
    context.beginPath();
    context.moveTo(at - 7, 1);
    context.lineTo(at + 7, 1);
    context.lineTo(at, 13);
    context.fill();
    context.fillRect(at - 0.5, 13, 1, bandEnd - 13);
  }
  const at = x(timesMs[index] ?? 0);
  context.fillStyle = colour('--accent');
  context.fillRect(at - 1.5, layout.top - 6, 3, bandEnd - layout.top + 6);
  context.beginPath();
  context.arc(at, bandEnd + 2, 6, 0, 2 * Math.PI);
  context.fill();
}
