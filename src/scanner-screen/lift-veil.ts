import type { GreyImage } from '../pixels/grey-image.ts';
import { eliminate } from './eliminate.ts';

const columns = 24;
const rows = 18;
/** What counts as black in a cell: this share of its pixels is darker. */
const darkShare = 0.12;
/** A display's white, as the pictures that the models were made for show it. */
const white = 235;
/** Beyond this the camera saw too little for its greys to be trusted, and noise would be enlarged. */
const gains = { least: 0.85, most: 1.7 };

/**
 * Takes off the light that lies over a screen: a smooth surface (a parabola each way) under the darkest grey of each
 * part of the picture. Display black, the room mirrored evenly, and a wide veil go; a small bright blob or a sharp
 * mirrored edge stays, as do tones where a scan fills the whole screen and no black is seen. Then white is made
 * white again, within limits: how bright a camera's picture is says nothing about the scanner's gain.
 */
export function liftVeil(image: GreyImage): GreyImage {
  const veil = fitUnder(darkestOf(image));
  const flat = subtract(image, veil);
  const lightest = percentile(flat.data, 0.995);
  const gain = Math.min(gains.most, Math.max(gains.least, white / Math.max(1, lightest)));
  const data = flat.data.map((grey) => Math.min(255, grey * gain + 0.5));
  return { ...flat, data };
}

interface Cell {
  /** Place in the picture, −1 to 1 each way. */
  readonly x: number;
  readonly y: number;
  readonly dark: number;
}

function darkestOf({ width, height, data }: GreyImage): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const counts = new Uint16Array(256);
      let count = 0;
      const [x0, x1] = [Math.floor((column * width) / columns), Math.floor(((column + 1) * width) / columns)];
      const [y0, y1] = [Math.floor((row * height) / rows), Math.floor(((row + 1) * height) / rows)];
      for (let y = y0; y < y1; y += 2) {
        for (let x = x0; x < x1; x += 2) {
          const grey = data[y * width + x] ?? 0;
          counts[grey] = (counts[grey] ?? 0) + 1;
          count++;
        }
      }
      const place = { x: (2 * column + 1) / columns - 1, y: (2 * row + 1) / rows - 1 };
      cells.push({ ...place, dark: rankOf(counts, darkShare * count) });
    }
  }
  return cells;
}

function rankOf(counts: Uint16Array | Uint32Array, rank: number): number {
  let seen = 0;
  for (let grey = 0; grey < 256; grey++) {
    seen += counts[grey] ?? 0;
    if (seen > rank) return grey;
  }
  return 255;
}

/** 1, x, y, x², xy, y² */
function basis({ x, y }: { readonly x: number; readonly y: number }): number[] {
  return [1, x, y, x * x, x * y, y * y];
}

/** The surface that most cells lie on or above: least squares, in which what lies above soon counts for nothing. */
function fitUnder(cells: readonly Cell[]): number[] {
  let surface = [rankOfCells(cells), 0, 0, 0, 0, 0];
  for (let round = 0; round < 12; round++) {
    const scale = Math.max(3, 24 / (round + 1));
    const weigh = (cell: Cell): number => {
      const above = cell.dark - valueAt(surface, cell);
      return above <= 0 ? 1 : 1 / (1 + (above / scale) ** 4);
    };
    surface = solve(cells, weigh) ?? surface;
  }
  return surface;
}

function rankOfCells(cells: readonly Cell[]): number {
  return cells.map(({ dark }) => dark).sort((a, b) => a - b)[Math.floor(0.15 * cells.length)] ?? 0;
}

function valueAt(surface: readonly number[], place: { readonly x: number; readonly y: number }): number {
  return basis(place).reduce((sum, value, i) => sum + value * (surface[i] ?? 0), 0);
}

/** Weighted normal equations, by elimination; the small ridge keeps slopes out of where few cells speak. */
function solve(cells: readonly Cell[], weigh: (cell: Cell) => number): number[] | null {
  const size = 6;
  const table = Array.from({ length: size }, (_, i) => {
    const line = new Array<number>(size + 1).fill(0);
    if (i > 0) line[i] = 2;
    return line;
  });
  for (const cell of cells) {
    const [weight, values] = [weigh(cell), basis(cell)];
    for (const [i, line] of table.entries()) {
      const own = weight * (values[i] ?? 0);
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + own * (values[j] ?? 0);
      line[size] = (line[size] ?? 0) + own * cell.dark;
    }
  }
  return eliminate(table);
}

function subtract({ width, height, data }: GreyImage, surface: readonly number[]): GreyImage {
  const [c0 = 0, cx = 0, cy = 0, cxx = 0, cxy = 0, cyy = 0] = surface;
  const flat = new Uint8Array(data.length);
  for (let row = 0; row < height; row++) {
    const y = (2 * row + 1) / height - 1;
    const [constant, slope] = [c0 + cy * y + cyy * y * y, cx + cxy * y];
    for (let column = 0; column < width; column++) {
      const x = (2 * column + 1) / width - 1;
      const veil = Math.max(0, constant + (slope + cxx * x) * x);
      flat[row * width + column] = Math.max(0, (data[row * width + column] ?? 0) - veil);
    }
  }
  return { width, height, data: flat };
}

function percentile(data: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const grey of data) counts[grey] = (counts[grey] ?? 0) + 1;
  return rankOf(counts, share * data.length);
}
