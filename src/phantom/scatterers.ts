import { seededRandom } from './random.ts';

const tableSize = 8192;
const [reals, imaginaries] = [gaussTable(1), gaussTable(2)];

/** Complex Gaussian draws, variance 1 in total: many scatterers in each cell (fully developed speckle). */
export const scattererReals: Float32Array = reals;
export const scattererImaginaries: Float32Array = imaginaries;

/** Which draw belongs to a cell of tissue: always the same one for the same cell, so that speckle is part of it. */
export function scattererIndex(ix: number, iy: number, iz: number): number {
  let h = Math.imul(ix, 0x9e37_79b1) ^ Math.imul(iy, 0x85eb_ca77) ^ Math.imul(iz, 0xc2b2_ae3d);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b_3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a_2d39);
  return (h ^ (h >>> 15)) & (tableSize - 1);
}

function gaussTable(seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: tableSize }, () => {
    const radius = Math.sqrt(-Math.log(1 - random.unit()));
    return radius * Math.cos(2 * Math.PI * random.unit());
  });
}
