import type { GreyImage } from './grey-image.ts';

/** Side of the squares that are painted one after the other, pixels. */
const tile = 12;
/** Texture is borrowed from this far away, in pixels, ... */
const distances = [7, 11, 16];
/** ... in this many directions. */
const directions = 8;

const shifts = distances.flatMap((distance) =>
  Array.from({ length: directions }, (_, i) => {
    const angle = (2 * Math.PI * i) / directions;
    return { dx: Math.round(distance * Math.cos(angle)), dy: Math.round(distance * Math.sin(angle)) };
  }),
);

/** What is being painted. */
interface Canvas extends GreyImage {
  /** 1 where nothing is painted yet. */
  readonly isHole: Uint8Array;
  /** Greys by which the picture lies over what is borrowed for it, and 1 where they are known. */
  readonly over: Int16Array;
  readonly hasOver: Uint8Array;
  /** From a pixel to its eight neighbours; at the frame's sides some lie on the other side. */
  readonly steps: readonly number[];
}

/**
 * A copy of the picture in which the masked pixels are filled from their surroundings: tile by tile with the
 * echoes of the neighbouring place that goes on best along the rim, the difference at the rim spread inwards. So
 * the patch keeps the speckle; a smooth one would look like fluid.
 *
 * `mask`: 1 where to paint; row-major, as large as the picture. Where all is masked, nothing can be painted.
 */
export function paintOver(image: GreyImage, mask: Uint8Array): GreyImage {
  const { width, height } = image;
  const canvas: Canvas = {
    width,
    height,
    data: image.data.slice(),
    isHole: mask.slice(),
    over: new Int16Array(mask.length),
    hasOver: new Uint8Array(mask.length),
    steps: [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1],
  };
  // A tile in the middle of a large patch has no rim before its neighbours are painted.
  let waiting = tilesOf(mask, width);
  for (let before = Infinity; waiting.length > 0 && waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter((holes) => !fillHoles(canvas, holes));
  }
  return { width, height, data: canvas.data };
}

/** The masked pixels of each tile that has any. */
function tilesOf(mask: Uint8Array, width: number): number[][] {
  const columns = Math.ceil(width / tile);
  const tiles = new Map<number, number[]>();
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const key = Math.floor(at / width / tile) * columns + Math.floor((at % width) / tile);
    const holes = tiles.get(key);
    if (holes) holes.push(at);
    else tiles.set(key, [at]);
  }
  return [...tiles.values()];
}

/** Whether there was a rim to fill from. */
function fillHoles(canvas: Canvas, holes: readonly number[]): boolean {
  const { data, isHole, over } = canvas;
  const rim = rimOf(canvas, holes);
  if (rim.length === 0) return false;
  const step = bestStep(canvas, holes, rim);
  const borrowed = (at: number): number => (step === 0 ? 0 : (data[at + step] ?? 0));
  for (const at of rim) over[at] = (data[at] ?? 0) - borrowed(at);
  for (const at of spreadInwards(canvas, holes, rim)) {
    data[at] = Math.max(0, Math.min(255, borrowed(at) + (over[at] ?? 0)));
    isHole[at] = 0;
  }
  return true;
}

/** Known pixels beside the holes. */
function rimOf(canvas: Canvas, holes: readonly number[]): number[] {
  const { isHole, hasOver, steps } = canvas;
  const rim: number[] = [];
  for (const hole of holes) {
    for (const step of steps) {
      const near = hole + step;
      if (isHole[near] !== 0 || hasOver[near] === 1) continue;
      hasOver[near] = 1;
      rim.push(near);
    }
  }
  return rim;
}

/** From a hole to where its echoes are borrowed, in indices; 0 where every place is masked itself. */
function bestStep(canvas: Canvas, holes: readonly number[], rim: readonly number[]): number {
  const { width, data } = canvas;
  const around = [...holes, ...rim];
  let [best, least] = [0, Infinity];
  for (const shift of shifts) {
    if (!around.every((at) => isKnown(canvas, at, shift))) continue;
    const step = shift.dy * width + shift.dx;
    let difference = 0;
    for (const at of rim) difference += Math.abs((data[at] ?? 0) - (data[at + step] ?? 0));
    if (difference < least) [best, least] = [step, difference];
  }
  return best;
}

function isKnown({ width, isHole }: Canvas, at: number, { dx, dy }: (typeof shifts)[number]): boolean {
  const x = (at % width) + dx;
  return x >= 0 && x < width && isHole[at + dy * width + dx] === 0;
}

/** The holes from the rim inwards, each with the mean of its neighbours' differences. */
function spreadInwards(canvas: Canvas, holes: readonly number[], rim: readonly number[]): number[] {
  const { over, hasOver } = canvas;
  const filled: number[] = [];
  for (let left = holes; left.length > 0; left = left.filter((at) => hasOver[at] !== 1)) {
    const layer = left.filter((at) => {
      const mean = meanOfKnown(canvas, at);
      if (mean !== null) over[at] = mean;
      return mean !== null;
    });
    if (layer.length === 0) break;
    // A layer is known only when all of it is: none of its pixels spreads before another.
    for (const at of layer) hasOver[at] = 1;
    filled.push(...layer);
  }
  for (const at of [...rim, ...filled]) hasOver[at] = 0;
  return filled;
}

function meanOfKnown({ over, hasOver, steps }: Canvas, at: number): number | null {
  let [sum, count] = [0, 0];
  for (const step of steps) {
    if (hasOver[at + step] !== 1) continue;
    sum += over[at + step] ?? 0;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
