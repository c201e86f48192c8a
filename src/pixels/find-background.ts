import type { GreyImage } from './grey-image.ts';

/** The grey levels that the screen round the tissue is painted in. */
export interface Background {
  /** Grey level at or below which a pixel counts as black. */
  readonly black: number;
  /** Panel colours lighter than black: flat, large and touching the frame. */
  readonly panels: readonly number[];
}

/** How far a picture's black may stray through compression before it counts as an echo. */
const BLACK_TOLERANCE = 1;
const LIGHTEST_BLACK = 24;
/** A panel colour fills at least this share of the frame's edge, and evenly of the picture. */
const PANEL_EDGE_SHARE = 0.02;
const PANEL_AREA_SHARE = 0.02;
/** Paint is one grey level: it must outnumber the levels beside it this many times. */
const PANEL_PEAK = 5;
const LIGHTEST_PANEL = 250;

/** Estimates the colours of everything that is not tissue from the frame's edge and from flat areas. */
export function findBackground(image: GreyImage): Background {
  const edge = edgeHistogram(image);
  const edgeLength = 2 * (image.width + image.height);
  let mode = 0;
  for (let grey = 1; grey <= LIGHTEST_BLACK; grey++) if ((edge[grey] ?? 0) > (edge[mode] ?? 0)) mode = grey;
  if ((edge[mode] ?? 0) < 0.05 * edgeLength) mode = 0;
  const black = mode + BLACK_TOLERANCE;
  const flat = flatHistogram(image);
  const panels: number[] = [];
  for (let grey = black + 2; grey <= LIGHTEST_PANEL; grey++) {
    if (panels.some((panel) => grey - panel <= 2) || !isPeak(flat, grey)) continue;
    if (around(edge, grey) < PANEL_EDGE_SHARE * edgeLength) continue;
    if (around(flat, grey) >= PANEL_AREA_SHARE * image.data.length) panels.push(grey);
  }
  return { black, panels };
}

function edgeHistogram({ width, height, data }: GreyImage): Uint32Array {
  const histogram = new Uint32Array(257);
  const count = (index: number) => {
    const grey = data[index] ?? 0;
    histogram[grey] = (histogram[grey] ?? 0) + 1;
  };
  for (let x = 0; x < width; x++) {
    count(x);
    count((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    count(y * width);
    count((y + 1) * width - 1);
  }
  return histogram;
}

/** Counts the grey levels of pixels that differ by at most 1 from the pixel to the left and the one above. */
function flatHistogram({ width, data }: GreyImage): Uint32Array {
  const histogram = new Uint32Array(257);
  for (let index = width; index < data.length; index++) {
    const grey = data[index] ?? 0;
    const left = grey - (data[index - 1] ?? 0);
    const above = grey - (data[index - width] ?? 0);
    if (left * left <= 1 && above * above <= 1) histogram[grey] = (histogram[grey] ?? 0) + 1;
  }
  return histogram;
}

function isPeak(histogram: Uint32Array, grey: number): boolean {
  const beside = around(histogram, grey - 3) + around(histogram, grey + 3);
  return (
    (histogram[grey] ?? 0) >= (histogram[grey - 1] ?? 0) &&
    around(histogram, grey) > (PANEL_PEAK * beside) / 2
  );
}

function around(histogram: Uint32Array, grey: number): number {
  return (histogram[grey - 1] ?? 0) + (histogram[grey] ?? 0) + (histogram[grey + 1] ?? 0);
}
