import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOfOutline } from '../../../src/findings/axis-of-outline.ts';
import { checkAxis } from '../../../src/findings/check-axis.ts';
import { prepareCrop } from '../../../src/findings/prepare-crop.ts';
import type { Poles } from '../../../src/pixels/fit-kidney-crop.ts';
import type { Point, Sector } from '../../../src/pixels/sector.ts';
import { markPhantom } from '../pixels/marked-phantom.ts';

const size = { width: 200, height: 200 };
const outline: readonly Point[] = [
  { x: 20, y: 20 },
  { x: 180, y: 20 },
  { x: 180, y: 180 },
  { x: 20, y: 180 },
];
const sector: Sector = {
  shape: 'rectangle',
  outline,
  bounds: { x: 20, y: 20, width: 160, height: 160 },
  apex: null,
};
const image = { ...size, data: Uint8Array.from({ length: 40_000 }, (_, i) => (i * 7) % 251) };
const middle: Poles = [
  { x: 60, y: 100 },
  { x: 140, y: 100 },
];

/** Round (100, 100). */
function ellipse([a, b]: readonly [number, number], turned: number): Point[] {
  return Array.from({ length: 120 }, (_, i) => {
    const t = (i / 120) * 2 * Math.PI;
    const [u, v] = [a * Math.cos(t), b * Math.sin(t)];
    return {
      x: 100 + u * Math.cos(turned) - v * Math.sin(turned),
      y: 100 + u * Math.sin(turned) + v * Math.cos(turned),
    };
  });
}

describe('a crop', () => {
  it('is cut out once for each model, as that model wants it', () => {
    const cut = prepareCrop(image, {
      sector,
      capsule: null,
      axis: { poles: middle, from: 'by-hand' },
      inputs: [
        { width: 32, height: 32, region: 'kidney-crop', fit: 'stretch' },
        { width: 48, height: 24, region: 'sector', fit: 'letterbox' },
      ],
    });
    expect(cut.inputs.map(({ grey }) => grey.length)).toEqual([1024, 48 * 24]);
    expect(cut.inputs[0]?.placement.scaleX).toBeCloseTo(32 / (80 * 1.15), 6);
  });

  it('is refused where it shows no kidney', () => {
    const at = (x: number, y: number, length = 80): Poles => [
      { x, y },
      { x: x + length, y },
    ];
    expect(() => checkAxis(middle, sector)).not.toThrow();
    expect(() => checkAxis(at(150, 20), sector)).toThrow(expect.objectContaining({ code: 'crop-outside' }));
    expect(() => checkAxis(at(90, 100, 10), sector)).toThrow(expect.objectContaining({ code: 'crop-small' }));
    expect(() => checkAxis([middle[0], { x: Number.NaN, y: 0 }], sector)).toThrow(
      expect.objectContaining({ code: 'crop-small' }),
    );
  });

  it('is cut round calipers that stand on the poles, without them, their dots and words', () => {
    const poles: Poles = [
      { x: 130, y: 160 },
      { x: 260, y: 190 },
    ];
    const { clean, marked, sector } = markPhantom(8, { calipers: poles, textRows: 1, textInside: true });
    const side = { width: 128, height: 128, fit: 'stretch' } as const;
    const wish = { sector, capsule: null, axis: null, inputs: [{ ...side, region: 'kidney-crop' } as const] };
    const { axis, burnedIn, erased, inputs } = prepareCrop(marked, wish);
    expect(axis).toEqual({ poles: poles.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 })), from: 'burned-in' });
    expect(burnedIn).toEqual(axis);
    expect(erased.calipers).toBe(2);
    expect(erased.texts).toBeGreaterThan(0);
    expect(erased.share).toBeGreaterThan(0.02);
    expect(erased.share).toBeLessThan(0.2);
    const bare = prepareCrop(clean, { ...wish, axis });
    expect(bare.erased).toEqual({ calipers: 0, texts: 0, share: 0 });
    expect(bare.burnedIn).toBeNull();
    const brightest = (cut: typeof bare): number => Math.max(...(cut.inputs[0]?.grey ?? []));
    expect(brightest({ axis, burnedIn, erased, inputs })).toBeLessThanOrEqual(brightest(bare) + 5);
  });

  it('counts what was painted over inside it only', () => {
    const poles: Poles = [
      { x: 130, y: 160 },
      { x: 260, y: 190 },
    ];
    const { marked, sector } = markPhantom(2, { calipers: poles });
    const elsewhere: Poles = [
      { x: 170, y: 270 },
      { x: 220, y: 270 },
    ];
    const { axis, burnedIn, erased } = prepareCrop(marked, {
      sector,
      capsule: null,
      axis: { poles: elsewhere, from: 'by-hand' },
      inputs: [],
    });
    expect(axis?.poles).toEqual(elsewhere);
    expect(burnedIn).not.toBeNull();
    expect(erased).toEqual({ calipers: 0, texts: 0, share: 0 });
  });

  it('needs an axis', () => {
    const wish = { sector, capsule: null, axis: null, inputs: [] };
    expect(prepareCrop(image, wish)).toMatchObject({ axis: null, inputs: [] });
  });
});

it('the axis of an outlined ellipse is its long one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 30, max: 60, noNaN: true }),
      fc.double({ min: 0.3, max: 0.8, noNaN: true }),
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      (half, ratio, turned) => {
        const found = axisOfOutline([ellipse([half, half * ratio], turned)], size, {});
        if (found === null) throw new Error('no axis');
        const [a, b] = found.poles;
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * half - 3);
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(2 * half + 1);
        expect(a.x).toBeLessThanOrEqual(b.x);
      },
    ),
    { numRuns: 30 },
  );
});
