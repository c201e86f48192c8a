import type { GreyImage } from '../pixels/grey-image.ts';
import { keepLargeParts } from '../pixels/keep-large-parts.ts';
import { shrinkImage } from '../pixels/shrink-image.ts';

/** The longer side, in pixels, of the picture in which quiet parts are sought. */
const searchSize = 340;
/** Half the side of the window in which greys must lie close together. */
const radius = 2;
/** A part is quiet where greys stray by this many levels, more where it is lighter: a camera's noise grows with light. */
const strayLevels = 2.2;
const strayShare = 0.02;
/** What is lighter than that is a lamp's mirror image or the scan itself. */
const lightest = 150;
/** A second scan beside the first is at least so large; words and buttons are smaller. */
const leastShare = 0.4;

/**
 * Paints black what lies around the scan, to seek the sector in: the screen's own black, which a camera shows as a noisy dark grey, flat panels,
 * whose grey a lamp or a lens makes uneven, words and scales. The scan is what is large and never quiet, with all that
 * it encloses; its dark and even parts that open to the outside are lost, which the fit of a sector
 * bears. Without this the insonated sector cannot be told from the screen around it.
 */
export function blackenGround(image: GreyImage): GreyImage {
  const small = shrinkImage(image, searchSize);
  const loud = invert(growOver(small, findQuiet(small)));
  // Narrowed and widened again: what hangs on the scan by a line, as its depth scale does, comes off.
  const scan = keepLargeParts(narrow(loud, small), small, leastShare);
  const ground = floodFromEdge(invert(widen(scan, small)), small);
  const data = image.data.slice();
  for (let y = 0; y < image.height; y++) {
    const row = Math.floor(y / small.factor) * small.width;
    for (let x = 0; x < image.width; x++) {
      if (ground[row + Math.floor(x / small.factor)]) data[y * image.width + x] = 0;
    }
  }
  return { ...image, data };
}

function invert(marks: Uint8Array): Uint8Array {
  return marks.map((mark) => 1 - mark);
}

/** Takes a rim of one pixel off. */
function narrow(marks: Uint8Array, size: { readonly width: number }): Uint8Array {
  return invert(widen(invert(marks), size));
}

/** Adds a rim of one pixel. */
function widen(marks: Uint8Array, { width }: { readonly width: number }): Uint8Array {
  return marks.map((mark, at) =>
    mark || marks[at - 1] || marks[at + 1] || marks[at - width] || marks[at + width] ? 1 : 0,
  );
}

/** Marks (1) the pixels in whose window greys stray little. */
function findQuiet({ width, height, data }: GreyImage): Uint8Array {
  const sums = integrate({ width, height, data }, (grey) => grey);
  const squares = integrate({ width, height, data }, (grey) => grey * grey);
  const quiet = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const box = { left, right, top, bottom };
      const count = (right - left) * (bottom - top);
      const mean = within(sums, width, box) / count;
      const variance = within(squares, width, box) / count - mean * mean;
      const stray = strayLevels + strayShare * mean;
      if (variance < stray * stray && mean < lightest) quiet[y * width + x] = 1;
    }
  }
  return quiet;
}

interface Window {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Sums over everything above and to the left, one column and row wider than the picture. */
function integrate({ width, height, data }: GreyImage, of: (grey: number) => number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += of(data[y * width + x] ?? 0);
      sums[(y + 1) * (width + 1) + x + 1] = row + (sums[y * (width + 1) + x + 1] ?? 0);
    }
  }
  return sums;
}

function within(sums: Float64Array, width: number, { left, right, top, bottom }: Window): number {
  const [upper, lower] = [top * (width + 1), bottom * (width + 1)];
  const below = (sums[lower + right] ?? 0) - (sums[lower + left] ?? 0);
  return below - ((sums[upper + right] ?? 0) - (sums[upper + left] ?? 0));
}

/** Of the marked pixels, those that a path of marked ones joins to the picture's edge. */
function floodFromEdge(marks: Uint8Array, { width, height }: GreyImage): Uint8Array {
  const flooded = new Uint8Array(marks.length);
  const open: number[] = [];
  const enter = (x: number, y: number): void => {
    const at = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || flooded[at] || !marks[at]) return;
    flooded[at] = 1;
    open.push(at);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) enter(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) enter(x, y);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    enter(x - 1, y);
    enter(x + 1, y);
    enter(x, y - 1);
    enter(x, y + 1);
  }
  return flooded;
}

/** The window sees an edge from as far as it reaches: what is quiet is carried on to it, over greys like its own. */
function growOver(image: GreyImage, quiet: Uint8Array): Uint8Array {
  let grown = quiet;
  for (let step = 0; step < radius; step++) grown = growOnce(image, grown);
  return grown;
}

function growOnce({ width, data }: GreyImage, quiet: Uint8Array): Uint8Array {
  const isLike = (grey: number, beside: number): boolean => {
    const ground = data[beside] ?? 0;
    return quiet[beside] === 1 && grey <= ground + strayLevels + strayShare * ground;
  };
  const grown = quiet.slice();
  for (let at = 0; at < quiet.length; at++) {
    if (quiet[at]) continue;
    const grey = data[at] ?? 0;
    if (isLike(grey, at - 1) || isLike(grey, at + 1) || isLike(grey, at - width) || isLike(grey, at + width))
      grown[at] = 1;
  }
  return grown;
}
