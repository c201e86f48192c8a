import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBurnedIn } from '../../../src/pixels/find-burned-in.ts';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import type { Point } from '../../../src/pixels/sector.ts';
import { sectorMask } from '../../../src/pixels/sector-mask.ts';
import { markPhantom } from './marked-phantom.ts';

const poles = [
  { x: 120, y: 150 },
  { x: 250, y: 190 },
] as const;

function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= 1.5;
}

/** Share of the pixels drawn inside the sector that the mask holds. */
function coveredShare(before: GreyImage, after: GreyImage, mask: Uint8Array): number {
  const drawn = [...after.data.keys()].filter((at) => before.data[at] !== after.data[at]);
  return drawn.filter((at) => mask[at] === 1).length / drawn.length;
}

describe('findBurnedIn', () => {
  it.each([1, 2, 3])('finds both calipers and the dots between them (seed %i)', (seed) => {
    const { clean, marked, sector } = markPhantom(seed, { calipers: poles });
    const { calipers, texts, mask } = findBurnedIn(marked, sector);
    expect(calipers).toHaveLength(2);
    for (const pole of poles) expect(calipers.some((caliper) => isNear(caliper, pole))).toBe(true);
    expect(texts).toEqual([]);
    expect(coveredShare(clean, marked, mask)).toBeGreaterThan(0.9);
  });

  it('covers words and boxes them', () => {
    const { clean, marked, sector } = markPhantom(2, { textRows: 1, textInside: true });
    const { texts, mask } = findBurnedIn(marked, sector);
    expect(texts.length).toBeGreaterThan(0);
    expect(coveredShare(clean, marked, mask)).toBeGreaterThan(0.95);
    for (const at of [...mask.keys()].filter((at) => clean.data[at] !== marked.data[at])) {
      const [x, y] = [at % marked.width, Math.floor(at / marked.width)];
      const holds = texts.some(
        (box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
      );
      expect(holds || mask[at] === 0).toBe(true);
    }
  });

  it.each([1, 2, 3, 4, 5, 6])('leaves a kidney with a stone alone (seed %i)', (seed) => {
    const { clean, sector } = markPhantom(seed, {}, { findings: ['stone'] });
    const { calipers, texts, mask } = findBurnedIn(clean, sector);
    expect({ calipers, texts, drawn: mask.includes(1) }).toEqual({ calipers: [], texts: [], drawn: false });
  });

  it('finds a cross of any length, lying or upright, where it stands', () => {
    const { clean, sector } = markPhantom(4, {});
    const place = fc.record({ x: fc.integer({ min: 140, max: 240 }), y: fc.integer({ min: 120, max: 280 }) });
    const shape = fc.record({ arm: fc.integer({ min: 3, max: 9 }), isSlanting: fc.boolean() });
    fc.assert(
      fc.property(place, shape, ({ x, y }, { arm, isSlanting }) => {
        const data = clean.data.slice();
        for (let step = -arm; step <= arm; step++) {
          data[(y + (isSlanting ? step : 0)) * clean.width + x + step] = 240;
          data[(y + step) * clean.width + x + (isSlanting ? -step : 0)] = 240;
        }
        const { calipers } = findBurnedIn({ ...clean, data }, sector);
        expect(calipers).toEqual([{ x: x + 0.5, y: y + 0.5 }]);
      }),
      { numRuns: 60, seed: 29 },
    );
  });

  it('marks nothing outside the sector, not even arms that reach out of it', () => {
    const { clean, sector } = markPhantom(5, {});
    const { width, height } = clean;
    const inside = sectorMask(sector.outline, width, height);
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 280 }), fc.integer({ min: 7, max: 10 }), (y, depth) => {
        const x = inside.indexOf(1, y * width) + depth - y * width;
        const data = clean.data.slice();
        for (let step = -11; step <= 11; step++) {
          data[y * width + x + step] = 240;
          data[(y + step) * width + x] = 240;
        }
        const { mask } = findBurnedIn({ width, height, data }, sector);
        expect(mask.includes(1)).toBe(true);
        expect(mask.findIndex((mark, at) => mark === 1 && inside[at] !== 1)).toBe(-1);
      }),
      { numRuns: 20, seed: 29 },
    );
  });
});
