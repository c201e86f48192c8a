import type { Point } from './sector.ts';

/** A stretch of one row of pixels: `from` … `to − 1`. */
export interface Span {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Marks (1) the pixels whose centres lie inside a closed polygon; row-major, `width × height`. */
export function sectorMask(outline: readonly Point[], width: number, height: number): Uint8Array {
  return maskOfSpans(sectorSpans(outline, width, height), width, height);
}

/** Marks (1) the pixels of the spans; row-major, `width × height`. */
export function maskOfSpans(spans: readonly Span[], width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const { row, from, to } of spans) mask.fill(1, row * width + from, row * width + to);
  return mask;
}

/** The stretches of pixels whose centres lie inside a closed polygon, from top to bottom and left to right. */
export function sectorSpans(outline: readonly Point[], width: number, height: number): Span[] {
  const spans: Span[] = [];
  const ys = outline.map((point) => point.y);
  const first = Math.max(0, Math.floor(Math.min(...ys)));
  const last = Math.min(height - 1, Math.ceil(Math.max(...ys)));
  for (let row = first; row <= last; row++) {
    const crossings = crossingsAt(outline, row + 0.5);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i] ?? 0) - 0.5));
      const to = Math.min(width, Math.ceil((crossings[i + 1] ?? 0) - 0.5));
      if (to > from) spans.push({ row, from, to });
    }
  }
  return spans;
}

/** The stretches less what lies within `rim` pixels of their edges or of the frame, measured along rows and columns. */
export function insetSpans(
  spans: readonly Span[],
  { width, height }: { readonly width: number; readonly height: number },
  rim: number,
): Span[] {
  const rowOf = new Map(spans.map((span) => [span.row, span]));
  return spans.flatMap(({ row, from, to }) => {
    const above = rowOf.get(row - rim);
    const below = rowOf.get(row + rim);
    if (!above || !below || row < rim || row >= height - rim) return [];
    const start = Math.max(from + rim, above.from, below.from, rim);
    const end = Math.min(to - rim, above.to, below.to, width - rim);
    return end > start ? [{ row, from: start, to: end }] : [];
  });
}

/** The x at which a level line crosses the polygon's edges, from left to right (even-odd rule). */
function crossingsAt(outline: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  let from = outline.at(-1);
  for (const to of outline) {
    if (from && from.y <= y !== to.y <= y) {
      crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
    }
    from = to;
  }
  return crossings.sort((a, b) => a - b);
}
