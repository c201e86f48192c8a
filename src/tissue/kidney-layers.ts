import type { Anatomy } from '../analysis.ts';
import { Region } from '../phantom/region.ts';
import type { Point } from '../pixels/sector.ts';
import { sectorMask } from '../pixels/sector-mask.ts';
import { type LayerMap, type MapGrid, unknownLayer } from './layer-map.ts';

const kidney = 1;
const centralEchoComplex = 2;

/** A kidney picture's truth: `regions` is `Region` by cell, 0 outside the sector. */
export function kidneyOfRegions(regions: Uint8Array): Uint8Array {
  return regions.map((region) => {
    if (region === Region.none) return unknownLayer;
    if (region === Region.sinus) return centralEchoComplex;
    return region === Region.cortex || region === Region.medulla ? kidney : 0;
  });
}

/** A model's outlines, in pixels of the picture, as layers on a grid; `inside` is 1 in the sector. */
export function kidneyOfAnatomy(anatomy: Anatomy | null, inside: Uint8Array, grid: MapGrid): LayerMap {
  const cells = inside.map((one) => (one === 0 ? unknownLayer : 0));
  for (const { structure, contours } of anatomy?.outlines ?? []) {
    const layer = { capsule: kidney, 'central-echo-complex': centralEchoComplex, medulla: 0, cortex: 0 }[
      structure
    ];
    if (layer === 0) continue;
    const mask = fillContours(contours, grid);
    cells.forEach((cell, i) => {
      if (mask[i] === 1 && cell !== unknownLayer) cells[i] = Math.max(cell, layer);
    });
  }
  return { ...grid, cells };
}

/** Holes come as contours of their own: what lies in two is outside again. */
function fillContours(contours: readonly (readonly Point[])[], grid: MapGrid): Uint8Array {
  const filled = new Uint8Array(grid.width * grid.height);
  for (const contour of contours) {
    const mask = maskOnGrid(contour, grid);
    for (let i = 0; i < filled.length; i++) filled[i] = (filled[i] ?? 0) ^ (mask[i] ?? 0);
  }
  return filled;
}

/** Marks (1) the cells inside a closed polygon that is given in pixels of the picture. */
export function maskOnGrid(polygon: readonly Point[], { width, height, covers }: MapGrid): Uint8Array {
  const onGrid = polygon.map(({ x, y }) => ({
    x: ((x - covers.x) * width) / covers.width,
    y: ((y - covers.y) * height) / covers.height,
  }));
  return sectorMask(onGrid, width, height);
}
