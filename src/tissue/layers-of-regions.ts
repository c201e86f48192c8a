import { Region } from '../phantom/region.ts';
import { otherLayer, tissueLayers, unknownLayer } from './layer-map.ts';

const [background, skinFat, muscle, fascia, tendon] = tissueLayers.map((_, number) => number) as [
  number,
  number,
  number,
  number,
  number,
];

/** The phantom's first fascia undulates apart from the border of fat and muscle: strips of muscle up to this share of the depth. */
const strip = 0.13;
/** About a border of fat and muscle without fascia nothing is known, in shares of the depth. */
const band = 0.03;

interface Grid {
  readonly width: number;
  readonly height: number;
}

/**
 * A limb's truth as layers, cell by cell, exactly as training learned and measured it (`layers_of_regions` of
 * training/tissue_layers/layers.py): fascia is one cell thicker above and below, as readers draw it; a strip of muscle
 * between fat and the first fascia is known to be no fascia (`otherLayer`) and no more. `regions` is `Region` by cell, 0
 * outside the sector.
 */
export function layersOfRegions(regions: Uint8Array, grid: Grid): Uint8Array {
  const cells = regions.map(layerOf);
  forgetBorder(cells, grid);
  return thickenFascia(cells, grid);
}

function layerOf(region: number): number {
  switch (region) {
    case Region.none:
    case Region.psoas:
      return unknownLayer;
    case Region.skin:
    case Region.subcutaneousFat:
      return skinFat;
    case Region.muscle:
      return muscle;
    case Region.fascia:
      return fascia;
    case Region.tendon:
      return tendon;
    default:
      return background;
  }
}

/** Column by column: what lies between fat and the first fascia or the rest of the muscle. */
function forgetBorder(cells: Uint8Array, grid: Grid): void {
  const depth = sectorDepth(cells, grid);
  for (let x = 0; x < grid.width; x++) {
    for (const { from, to } of musclesUnderFat(cells, grid, x)) {
      const column = { cells, x, width: grid.width };
      const isNarrow = cells[to * grid.width + x] === fascia && to - from <= strip * depth;
      if (isNarrow) relabel(column, { from, to }, otherLayer);
      else relabel(column, aroundBorder(from, depth, grid.height), unknownLayer);
    }
  }
}

function aroundBorder(row: number, depth: number, height: number): Stretch {
  const reach = Math.max(1, Math.round(band * depth));
  return { from: Math.max(0, row - reach), to: Math.min(height, row + reach + 1) };
}

/** Rows `from` … `to − 1` of a column. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function relabel(
  { cells, x, width }: { readonly cells: Uint8Array; readonly x: number; readonly width: number },
  { from, to }: Stretch,
  as: number,
): void {
  for (let i = from * width + x; i < to * width; i += width) {
    if (cells[i] === skinFat || cells[i] === muscle) cells[i] = as;
  }
}

/** Stretches of muscle in a column that begin right below fat. */
function musclesUnderFat(cells: Uint8Array, { width, height }: Grid, x: number): Stretch[] {
  const found: Stretch[] = [];
  for (let y = 1; y < height; y++) {
    if (cells[y * width + x] !== muscle || cells[(y - 1) * width + x] !== skinFat) continue;
    let to = y;
    while (to < height && cells[to * width + x] === muscle) to++;
    found.push({ from: y, to });
  }
  return found;
}

function sectorDepth(cells: Uint8Array, { width, height }: Grid): number {
  let rows = 0;
  for (let y = 0; y < height; y++) {
    if (cells.subarray(y * width, (y + 1) * width).some((cell) => cell !== unknownLayer)) rows++;
  }
  return rows;
}

function thickenFascia(cells: Uint8Array, { width }: Grid): Uint8Array {
  return cells.map((cell, i) => {
    const isBeside = cells[i - width] === fascia || cells[i + width] === fascia;
    const gives = cell === skinFat || cell === muscle || cell === otherLayer;
    return isBeside && gives ? fascia : cell;
  });
}
