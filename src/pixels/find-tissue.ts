import { type Background, findBackground } from './find-background.ts';
import type { GreyImage } from './grey-image.ts';
import { keepLargeParts } from './keep-large-parts.ts';

/** Half the side of the window in which most pixels must carry echoes, in pixels of the shrunk picture. */
const WINDOW_RADIUS = 2;
/** Levels by which a panel's own pixels may differ from its colour. */
const PANEL_TOLERANCE = 2;

/**
 * Marks (1) the pixels of a shrunk picture that lie among echoes: a majority vote in a 5 × 5 window fills the
 * dark gaps of speckle and drops text, ticks and thin bars; of what remains, only large parts stay.
 */
export function findTissue(image: GreyImage): Uint8Array {
  const echoes = markEchoes(image, findBackground(image));
  const dense = majority(echoes, image.width, image.height);
  return keepLargeParts(dense, image);
}

function markEchoes({ data }: GreyImage, background: Background): Uint8Array {
  const isEcho = new Uint8Array(256).fill(1, background.black + 1);
  for (const panel of background.panels) isEcho.fill(0, panel - PANEL_TOLERANCE, panel + PANEL_TOLERANCE + 1);
  const echoes = new Uint8Array(data.length);
  for (let index = 0; index < data.length; index++) echoes[index] = isEcho[data[index] ?? 0] ?? 0;
  return echoes;
}

/** Keeps the pixels in whose window more than half of the pixels inside the frame are marked. */
function majority(marks: Uint8Array, width: number, height: number): Uint8Array {
  const result = new Uint8Array(marks.length);
  const columns = new Uint16Array(width);
  const row = (y: number) => marks.subarray(Math.max(0, y) * width, Math.max(0, y + 1) * width);
  for (let y = -WINDOW_RADIUS; y < height; y++) {
    addRow(columns, row(y + WINDOW_RADIUS), 1);
    if (y < 0) continue;
    addRow(columns, row(y - WINDOW_RADIUS - 1), -1);
    const rows = Math.min(height, y + WINDOW_RADIUS + 1) - Math.max(0, y - WINDOW_RADIUS);
    voteRow(columns, rows, result.subarray(y * width, (y + 1) * width));
  }
  return result;
}

/** Adds a row of marks to the column sums; rows outside the frame are empty. */
function addRow(columns: Uint16Array, row: Uint8Array, sign: 1 | -1): void {
  for (let x = 0; x < row.length; x++) columns[x] = (columns[x] ?? 0) + sign * (row[x] ?? 0);
}

function voteRow(columns: Uint16Array, rows: number, result: Uint8Array): void {
  let sum = 0;
  const width = columns.length;
  for (let x = -WINDOW_RADIUS; x < width; x++) {
    sum += columns[x + WINDOW_RADIUS] ?? 0;
    if (x < 0) continue;
    sum -= columns[x - WINDOW_RADIUS - 1] ?? 0;
    const across = Math.min(width, x + WINDOW_RADIUS + 1) - Math.max(0, x - WINDOW_RADIUS);
    if (2 * sum > rows * across) result[x] = 1;
  }
}
