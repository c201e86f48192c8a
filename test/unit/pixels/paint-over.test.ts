import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBurnedIn } from '../../../src/pixels/find-burned-in.ts';
import { paintOver } from '../../../src/pixels/paint-over.ts';
import { markPhantom } from './marked-phantom.ts';

const poles = [
  { x: 120, y: 150 },
  { x: 250, y: 190 },
] as const;

function meanError(a: Uint8Array, b: Uint8Array, mask: Uint8Array): number {
  const places = [...mask.keys()].filter((at) => mask[at] === 1);
  return places.reduce((sum, at) => sum + Math.abs((a[at] ?? 0) - (b[at] ?? 0)), 0) / places.length;
}

describe('paintOver', () => {
  it('brings the picture back as it was, nearly', () => {
    const { clean, marked, sector } = markPhantom(3, { calipers: poles, textRows: 1, textInside: true });
    const { mask } = findBurnedIn(marked, sector);
    const painted = paintOver(marked, mask);
    expect(meanError(painted.data, clean.data, mask)).toBeLessThan(
      meanError(marked.data, clean.data, mask) / 2,
    );
    expect(findBurnedIn(painted, sector).calipers).toEqual([]);
  });

  it('keeps the speckle: a patch is about as rough as the echoes were', () => {
    const { clean } = markPhantom(1, {});
    const mask = new Uint8Array(clean.data.length);
    for (let y = 180; y < 196; y++) mask.fill(1, y * clean.width + 180, y * clean.width + 196);
    const roughness = (data: Uint8Array): number => {
      let sum = 0;
      for (let y = 183; y < 193; y++) {
        const row = data.subarray(y * clean.width + 183, y * clean.width + 193);
        sum += row.reduce((total, grey, x) => total + (x > 0 ? Math.abs(grey - (row[x - 1] ?? 0)) : 0), 0);
      }
      return sum;
    };
    const ratio = roughness(paintOver(clean, mask).data) / roughness(clean.data);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.5);
  });

  it('changes masked pixels only, and no picture it was given', () => {
    const side = 40;
    const bytes = fc.uint8Array({ minLength: side * side, maxLength: side * side });
    fc.assert(
      fc.property(bytes, bytes, fc.integer({ min: 0, max: 255 }), (data, noise, share) => {
        const mask = noise.map((value) => (value < share ? 1 : 0));
        const before = data.slice();
        const painted = paintOver({ width: side, height: side, data }, mask);
        expect(data).toEqual(before);
        expect(painted.data.findIndex((grey, at) => mask[at] === 0 && grey !== before[at])).toBe(-1);
      }),
      { numRuns: 50, seed: 29 },
    );
  });

  it('leaves nothing of the marks where one known pixel is left to fill from', () => {
    const image = { width: 30, height: 30, data: new Uint8Array(900).fill(255) };
    const mask = new Uint8Array(900).fill(1);
    mask[465] = 0;
    image.data[465] = 70;
    expect(new Set(paintOver(image, mask).data)).toEqual(new Set([70]));
  });
});
