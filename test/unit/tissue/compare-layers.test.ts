import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLayers, Difference, measureLayers } from '../../../src/tissue/compare-layers.ts';
import { type LayerMap, onlyLayer, otherLayer, unknownLayer } from '../../../src/tissue/layer-map.ts';

function mapOf(cells: readonly number[]): LayerMap {
  const width = cells.length;
  return { width, height: 1, covers: { x: 0, y: 0, width, height: 1 }, cells: Uint8Array.from(cells) };
}

const layer = fc.integer({ min: 0, max: 4 });
const cells = fc.array(layer, { minLength: 1, maxLength: 60 });

describe('figures', () => {
  test('shares are of the sector, Dice of what is known', () => {
    const said = mapOf([2, 2, 2, 3, unknownLayer, 0]);
    const truth = mapOf([2, 2, 3, 3, 3, unknownLayer]);
    const figures = measureLayers(said, truth, 5);
    expect(figures.map(({ share }) => share)).toEqual([0.2, 0, 0.6, 0.2, 0]);
    expect(figures[2]?.dice).toBeCloseTo(4 / 5, 9);
    expect(figures[3]?.dice).toBeCloseTo(2 / 3, 9);
    expect(figures[4]?.dice).toBeNull();
  });

  test('a layer against itself is 1, and Dice is the same both ways', () => {
    fc.assert(
      fc.property(cells, fc.infiniteStream(layer), (a, stream) => {
        const b = a.map(() => stream.next().value as number);
        const [there, back] = [measureLayers(mapOf(a), mapOf(b), 5), measureLayers(mapOf(b), mapOf(a), 5)];
        for (let i = 0; i < 5; i++) {
          const both = a.includes(i) && b.includes(i);
          if (both) expect(there[i]?.dice).toBeCloseTo(back[i]?.dice ?? Number.NaN, 12);
          if (a.includes(i)) expect(measureLayers(mapOf(a), mapOf(a), 5)[i]?.dice).toBe(1);
        }
        expect(there.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('differences', () => {
  test('tell what was missed, seen where none is, and taken for another', () => {
    const said = mapOf([0, 3, 3, 2, 0, unknownLayer, 1]);
    const truth = mapOf([3, 0, 2, 2, 0, 2, unknownLayer]);
    const { missed, extra, confused, same } = Difference;
    const expected = [missed, extra, confused, same, same, unknownLayer, unknownLayer];
    expect([...compareLayers(said, truth).cells]).toEqual(expected);
  });

  test('a truth that names fascia only says nothing of fat and muscle', () => {
    const said = mapOf([1, 2, 3, 3]);
    const truth = mapOf([otherLayer, 3, otherLayer, 3]);
    const { missed, extra, same } = Difference;
    expect([...compareLayers(said, truth).cells]).toEqual([same, missed, extra, same]);
    expect(measureLayers(said, truth, 5)[3]?.dice).toBeCloseTo(0.5, 9);
  });

  test('there are none exactly where the maps agree', () => {
    fc.assert(
      fc.property(cells, (a) => {
        expect(compareLayers(mapOf(a), mapOf(a)).cells.every((cell) => cell === Difference.same)).toBe(true);
        const yes = onlyLayer(mapOf(a), 3);
        expect([...yes.cells].filter((cell) => cell === 3).length).toBe(
          a.filter((cell) => cell === 3).length,
        );
      }),
      { numRuns: 60 },
    );
  });
});
