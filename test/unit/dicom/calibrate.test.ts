import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, type UltrasoundRegion } from '../../../src/dicom/calibrate.ts';

const size = { width: 640, height: 480 };

const trusted: UltrasoundRegion = {
  spatialFormat: 1,
  dataType: 1,
  flags: 0,
  minX: 10,
  minY: 20,
  maxX: 409,
  maxY: 319,
  unitsX: 3,
  unitsY: 3,
  deltaX: 0.03,
  deltaY: 0.03,
};

describe('calibrate', () => {
  it('gives centimetres a pixel and the region with its last pixel', () => {
    expect(calibrate([trusted], size)).toEqual({
      source: 'dicom-region',
      cmPerPixelX: 0.03,
      cmPerPixelY: 0.03,
      region: { x: 10, y: 20, width: 400, height: 300 },
    });
  });

  it.each<[string, Partial<UltrasoundRegion>]>([
    ['an M-mode region', { spatialFormat: 2 }],
    ['a Doppler curve', { dataType: 3 }],
    ['seconds across', { unitsX: 4 }],
    ['no unit down', { unitsY: undefined }],
    ['a delta of one', { deltaX: 1, deltaY: 1 }],
    ['a delta of two millimetres', { deltaX: 0.2 }],
    ['no delta', { deltaY: undefined }],
    ['a delta of nothing', { deltaX: 0 }],
    ['a delta that is no number', { deltaX: Number.NaN }],
    ['a region of a larger picture, scaled down since', { maxX: 700 }],
    ['a region of a taller picture, cropped since', { maxY: 482 }],
    ['a region without width', { maxX: 10 }],
    ['no bounds', { minX: undefined }],
  ])('refuses %s', (_what, change) => {
    expect(calibrate([{ ...trusted, ...change }], size)).toBeNull();
  });

  it('takes the sign off a delta, and lets a pixel be no square', () => {
    const stretched = calibrate([{ ...trusted, deltaX: -0.02, deltaY: 0.05 }], size);
    expect(stretched).toMatchObject({ cmPerPixelX: 0.02, cmPerPixelY: 0.05 });
  });

  it('lets the higher priority win, then the larger region, in whatever order they stand', () => {
    const low = { ...trusted, flags: 3, deltaX: 0.1 };
    const small = { ...trusted, maxX: 109, deltaX: 0.05 };
    for (const regions of [
      [low, small, trusted],
      [trusted, small, low],
    ]) {
      expect(calibrate(regions, size)?.cmPerPixelX).toBe(0.03);
    }
    expect(calibrate([low], size)?.cmPerPixelX).toBe(0.1);
  });

  it('never gives a wrong length: whatever the numbers, what comes is one of the deltas, small, inside the picture', () => {
    const number = fc.oneof(
      fc.double(),
      fc.constantFrom(1, 0.2, 3, 0, undefined),
      fc.integer({ min: -9, max: 700 }),
    );
    const region = fc.record(
      Object.fromEntries(
        Object.keys(trusted).map((key) => [
          key,
          fc.oneof(fc.constant(trusted[key as keyof UltrasoundRegion]), number),
        ]),
      ),
    ) as fc.Arbitrary<unknown> as fc.Arbitrary<UltrasoundRegion>;
    fc.assert(
      fc.property(fc.array(region, { maxLength: 4 }), (regions) => {
        const found = calibrate(regions, size);
        if (found === null) return;
        expect(
          regions.some(
            ({ deltaX, deltaY }) =>
              Math.abs(deltaX ?? 0) === found.cmPerPixelX && Math.abs(deltaY ?? 0) === found.cmPerPixelY,
          ),
        ).toBe(true);
        expect(found.cmPerPixelX).toBeLessThan(0.2);
        const { x, y, width, height } = found.region;
        expect(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 640 && y + height <= 480).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
