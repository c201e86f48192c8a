import { type LayerMap, otherLayer, unknownLayer } from './layer-map.ts';

/** How one layer came out. */
export interface LayerFigure {
  readonly layer: number;
  /** Share of the sector that is called so. */
  readonly share: number;
  /** Dice with the truth where it is known; null without a truth, or where the truth has no such layer. */
  readonly dice: number | null;
}

/**
 * Share and Dice of each of `count` layers. Where nothing is known a cell is in no Dice, as in the figures of the
 * models' cards. Both maps have one grid.
 */
export function measureLayers(said: LayerMap, truth: LayerMap | null, count: number): LayerFigure[] {
  const zeros = (): Uint32Array => new Uint32Array(256);
  const [all, saidKnown, there, both] = [zeros(), zeros(), zeros(), zeros()];
  said.cells.forEach((cell, i) => {
    add(all, cell);
    const real = truth?.cells[i] ?? unknownLayer;
    if (real === unknownLayer || cell === unknownLayer) return;
    add(saidKnown, cell);
    add(there, real);
    if (cell === real) add(both, cell);
  });
  const sector = said.cells.length - (all[unknownLayer] ?? 0);
  return Array.from({ length: count }, (_, layer) => {
    const isThere = there[layer] ?? 0;
    const sizes = (saidKnown[layer] ?? 0) + isThere;
    return {
      layer,
      share: (all[layer] ?? 0) / Math.max(1, sector),
      dice: isThere === 0 ? null : (2 * (both[layer] ?? 0)) / sizes,
    };
  });
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** What a cell of a difference holds. */
export const Difference = {
  same: 0,
  /** A layer that was not seen. */
  missed: 1,
  /** A layer seen where none is. */
  extra: 2,
  /** One layer taken for another. */
  confused: 3,
} as const;

/** Where a prediction and the truth differ, cell by cell; `unknownLayer` where nothing is known. */
export function compareLayers(said: LayerMap, truth: LayerMap): LayerMap {
  const named = new Set(truth.cells);
  // A truth that names some layers only says nothing about which of the others it is.
  const isPartial = named.has(otherLayer);
  const cells = said.cells.map((cell, i) => {
    const real = truth.cells[i] ?? unknownLayer;
    if (real === unknownLayer || cell === unknownLayer) return unknownLayer;
    return differ(isPartial && !named.has(cell) ? otherLayer : cell, real);
  });
  return { ...said, cells };
}

function differ(said: number, real: number): number {
  if (said === real) return Difference.same;
  if (isNothing(said) && isNothing(real)) return Difference.same;
  if (isNothing(said)) return Difference.missed;
  return isNothing(real) ? Difference.extra : Difference.confused;
}

function isNothing(layer: number): boolean {
  return layer === 0 || layer === otherLayer;
}
