import { describe, expect, test } from 'vitest';
import { Region } from '../../../src/phantom/region.ts';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import { takeMask } from '../../../src/screens/limb-mask.ts';
import { kidneyOfAnatomy } from '../../../src/tissue/kidney-layers.ts';
import { fitToGrid, otherLayer, tissueLayers, unknownLayer } from '../../../src/tissue/layer-map.ts';
import { layersOfRegions } from '../../../src/tissue/layers-of-regions.ts';
import { truthOfMask, truthOfRegions } from '../../../src/tissue/picture-layers.ts';

const { none, skin, subcutaneousFat: fat, muscle, fascia, tendon } = Region;

/** One column of regions from above, each so many cells. */
function column(...parts: readonly [number, number][]): Uint8Array {
  return Uint8Array.from(parts.flatMap(([region, count]) => Array(count).fill(region)));
}

/** The layers of a column, as names and counts. */
function runs(cells: Uint8Array): [string, number][] {
  const found: [string, number][] = [];
  for (const cell of cells) {
    const name = tissueLayers[cell] ?? (cell === otherLayer ? 'other' : 'unknown');
    const last = found.at(-1);
    if (last?.[0] === name) last[1]++;
    else found.push([name, 1]);
  }
  return found;
}

describe('a simulated limb', () => {
  test('has its fascia as thick as readers draw it, and no truth outside', () => {
    const regions = column([none, 3], [skin, 2], [fat, 10], [fascia, 2], [muscle, 60], [tendon, 5]);
    expect(runs(layersOfRegions(regions, { width: 1, height: regions.length }))).toEqual([
      ['unknown', 3],
      ['skin-fat', 11],
      ['fascia', 4],
      ['muscle', 59],
      ['tendon', 5],
    ]);
  });

  test('has no layer known between fat and a fascia that undulates apart from it', () => {
    const regions = column([fat, 20], [muscle, 6], [fascia, 2], [muscle, 72]);
    expect(runs(layersOfRegions(regions, { width: 1, height: 100 }))).toEqual([
      ['skin-fat', 20],
      ['other', 5],
      ['fascia', 4],
      ['muscle', 71],
    ]);
    const grid = { width: 1, height: 100, covers: { x: 0, y: 0, width: 1, height: 100 } };
    const truth = truthOfRegions(regions, grid);
    expect(truth.several?.cells[22]).toBe(unknownLayer);
    expect(truth.fascia?.cells[22]).toBe(otherLayer);
  });

  test('has nothing known about a border of fat and muscle without fascia', () => {
    const regions = column([fat, 30], [muscle, 70]);
    expect(runs(layersOfRegions(regions, { width: 1, height: 100 }))).toEqual([
      ['skin-fat', 27],
      ['unknown', 7],
      ['muscle', 66],
    ]);
  });
});

describe('a mask', () => {
  const mask = (...values: number[]): GreyImage => ({ width: 4, height: 1, data: Uint8Array.from(values) });
  const size = { width: 4, height: 1 };

  test('of 0 and 255 is taken for fascia, of 0, 1 and 4 for muscle and fat', () => {
    expect(Object.fromEntries(takeMask(mask(0, 255, 0, 0), size).meanings)).toEqual({
      0: 'other',
      255: 'fascia',
    });
    const thigh = { 0: 'other', 1: 'muscle', 4: 'skin-fat' };
    expect(Object.fromEntries(takeMask(mask(0, 1, 4, 4), size).meanings)).toEqual(thigh);
  });

  test('says what its values mean and no more', () => {
    const grid = { ...size, covers: { x: 0, y: 0, ...size } };
    const meanings = new Map([
      [0, 'other'],
      [7, 'tendon'],
      [9, 'unknown'],
    ] as const);
    const truth = truthOfMask(Uint8Array.from([0, 7, 9, 200]), meanings, grid);
    expect([...(truth.several?.cells ?? [])]).toEqual([otherLayer, 4, unknownLayer, unknownLayer]);
    expect(truth.fascia).toBeNull();
  });

  test('of other proportions, of one value or of a photograph’s is refused', () => {
    const refuse = (image: GreyImage) => () => takeMask(image, size);
    const photograph = { width: 40, height: 10, data: Uint8Array.from({ length: 400 }, (_, i) => i % 200) };
    expect(refuse({ width: 2, height: 2, data: new Uint8Array(4) })).toThrow(/mask-size/);
    expect(refuse(mask(5, 5, 5, 5))).toThrow(/mask-values/);
    expect(refuse(photograph)).toThrow(/mask-values/);
  });

  test('is read at the middle of each cell, in its own size', () => {
    const image = {
      width: 8,
      height: 2,
      data: Uint8Array.from([0, 0, 1, 1, 2, 2, 3, 3, 0, 0, 1, 1, 2, 2, 3, 3]),
    };
    const grid = { width: 2, height: 1, covers: { x: 2, y: 0, width: 2, height: 1 } };
    expect([...fitToGrid(image, size, grid)]).toEqual([2, 3]);
  });
});

test('a hole in an outline belongs to what encloses it', () => {
  const square = (from: number, to: number) => [
    { x: from, y: from },
    { x: to, y: from },
    { x: to, y: to },
    { x: from, y: to },
  ];
  const grid = { width: 10, height: 10, covers: { x: 0, y: 0, width: 20, height: 20 } };
  const outline = (
    structure: 'capsule' | 'central-echo-complex',
    ...contours: ReturnType<typeof square>[]
  ) => ({
    structure,
    contours,
    probability: 1,
  });
  const anatomy = {
    outlines: [
      outline('central-echo-complex', square(4, 16), square(8, 12)),
      outline('capsule', square(2, 18)),
    ],
  } as unknown as NonNullable<Parameters<typeof kidneyOfAnatomy>[0]>;
  const { cells } = kidneyOfAnatomy(anatomy, new Uint8Array(100).fill(1), grid);
  expect([...cells.subarray(50, 60)]).toEqual([0, 1, 2, 2, 1, 1, 2, 2, 1, 0]);
});
