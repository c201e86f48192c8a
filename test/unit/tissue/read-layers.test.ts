import { describe, expect, test } from 'vitest';
import { otherLayer, tissueLayers, unknownLayer } from '../../../src/tissue/layer-map.ts';
import { readLayers } from '../../../src/tissue/read-layers.ts';
import type { TissueOutput, TissueRead } from '../../../src/tissue/tissue-reading.ts';

const [rows, columns] = [8, 8];

/** A picture of 40 × 20 letterboxed into 16 × 16: four empty rows above and below. */
const read: TissueRead = {
  kind: 'read',
  sector: {
    shape: 'rectangle',
    bounds: { x: 0, y: 0, width: 40, height: 20 },
    outline: [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 20 },
      { x: 0, y: 20 },
    ],
    apex: null,
  },
  placement: { scaleX: 0.4, scaleY: 0.4, offsetX: 0, offsetY: 4 },
  input: { width: 16, height: 16 },
  outputs: [],
};

function output(
  layers: TissueOutput['layers'],
  logitsAt: (row: number, column: number) => number[],
): TissueOutput {
  const values = Array.from({ length: rows * columns }, (_, i) =>
    logitsAt(Math.floor(i / columns), i % columns),
  );
  return {
    layers,
    activation: 'softmax',
    temperatures: [1],
    shape: [1, rows, columns, layers.length],
    values: Float32Array.from(values.flat()),
  };
}

/** Muscle on the right half, fat on the left. */
const halves = output(['skin-fat', 'muscle'], (_, column) => (column < 4 ? [2, -2] : [-2, 2]));

describe('several layers', () => {
  test('lie over the sector alone, at the size of the model’s input', () => {
    const { map } = readLayers(read, halves);
    expect([map.width, map.height]).toEqual([16, 8]);
    expect(map.covers).toEqual({ x: 0, y: 0, width: 40, height: 20 });
    const row = [...map.cells.subarray(0, 16)].map((cell) => tissueLayers[cell]);
    expect(row).toEqual([...Array(8).fill('skin-fat'), ...Array(8).fill('muscle')]);
  });

  test('are as sure as the calibrated softmax says', () => {
    const single = output(['background', 'tendon'], () => [0, 3]);
    const { confidences } = readLayers(read, { ...single, temperatures: [2] });
    expect(confidences[4]).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 6);
    expect(confidences[0]).toBe(0);
  });

  test('are enlarged linearly: a steeper side moves the border', () => {
    const steep = output(['skin-fat', 'muscle'], (_, column) => (column < 4 ? [0.5, -0.5] : [-8, 8]));
    const { cells } = readLayers(read, steep).map;
    // The zero lies near column 3.5 of the output, that is 7 to 8 of the input, and not in the middle.
    expect(tissueLayers[cells[7] ?? 0]).toBe('muscle');
    expect(tissueLayers[cells[6] ?? 0]).toBe('skin-fat');
  });

  test('are unknown outside a fan', () => {
    const fan = {
      ...read.sector,
      outline: [
        { x: 20, y: 0 },
        { x: 40, y: 20 },
        { x: 0, y: 20 },
      ],
    };
    const { cells } = readLayers({ ...read, sector: fan }, halves).map;
    expect(cells[0]).toBe(unknownLayer);
    expect(cells[15]).toBe(unknownLayer);
    expect(cells[16 * 7 + 8]).not.toBe(unknownLayer);
  });
});

test('one layer by itself holds from its threshold on', () => {
  const fascia = output(['fascia'], (row) => [row < 4 ? 1 : -1]);
  const binary: TissueOutput = { ...fascia, activation: 'sigmoid', thresholds: [0.6], temperatures: [1] };
  expect(readLayers(read, binary).map.cells[0]).toBe(tissueLayers.indexOf('fascia'));
  expect(readLayers(read, { ...binary, thresholds: [0.75] }).map.cells[0]).toBe(otherLayer);
  expect(readLayers(read, { ...binary, temperatures: [3] }).map.cells[0]).toBe(otherLayer);
  expect(readLayers(read, binary).map.cells[16 * 7]).toBe(otherLayer);
});
