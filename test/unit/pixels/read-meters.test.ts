import { describe, expect, it } from 'vitest';
import { readMeters } from '../../../src/pixels/read-meters.ts';
import { type Drawing, drawFan, drawnSector } from './draw-fan.ts';

function meters(drawing: Drawing) {
  return readMeters(drawFan(drawing), drawnSector(drawing));
}

const sizes: readonly Drawing[] = [
  { width: 512, height: 512 },
  { width: 300, height: 260 },
  { width: 400, height: 400, shape: 'rectangle' },
];

describe.each(sizes)('readMeters on $width × $height ($shape)', (size) => {
  it('reads the mean of the sector only, in per cent', () => {
    expect(meters({ ...size, mean: 102 }).brightness).toBeCloseTo(40, 0);
  });

  it('reads a histogram that sums to 1 and peaks at the mean', () => {
    const { histogram } = meters({ ...size, mean: 100, speckle: 2 });
    expect(histogram).toHaveLength(32);
    expect(histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    expect((histogram[12] ?? 0) > 0.9).toBe(true);
  });

  it('reads the shares at the ceiling and the floor', () => {
    const bright = meters({ ...size, mean: 250, speckle: 20 });
    expect(bright.saturatedShare).toBeGreaterThan(0.45);
    expect(bright.saturatedShare).toBeLessThan(0.55);
    const dark = meters({ ...size, mean: 4.5, speckle: 20 });
    expect(dark.lostShare).toBeGreaterThan(0.45);
    expect(dark.lostShare).toBeLessThan(0.55);
    expect(meters({ ...size, mean: 120 })).toMatchObject({ saturatedShare: 0, lostShare: 0 });
  });

  it.each([-60, 0, 60])('reads a rise of %i grey levels with depth', (rise) => {
    const { depthCurve, farMinusNear } = meters({ ...size, mean: 110, rise });
    expect(depthCurve).toHaveLength(24);
    const [first, last] = [depthCurve[0] ?? 0, depthCurve[23] ?? 0];
    expect(last - first).toBeCloseTo(((100 * rise) / 255) * (23 / 24), -0.7);
    expect(Math.abs(farMinusNear - ((100 * rise) / 255) * (2 / 3))).toBeLessThan(1.5);
  });

  it.each([
    { from: 0.1, to: 0.3, startsAt: 0.2 },
    { from: 0.45, to: 0.6, startsAt: 0.35 },
    { from: 0.8, to: 1, startsAt: 0 },
  ])('finds the shadow from $from to $to, from depth $startsAt', (shadow) => {
    const { shadows, shadowShare } = meters({ ...size, shadows: [shadow] });
    expect(shadows).toHaveLength(1);
    expect(shadows[0]?.from).toBeCloseTo(shadow.from, 1);
    expect(shadows[0]?.to).toBeCloseTo(shadow.to, 1);
    expect(shadows[0]?.startsAt).toBeCloseTo(shadow.startsAt, 1);
    expect(Math.abs(shadowShare - exactShare(size, shadow))).toBeLessThan(0.02);
  });

  it('tells two shadows apart', () => {
    const shadows = [
      { from: 0.1, to: 0.25, startsAt: 0.3 },
      { from: 0.6, to: 0.8, startsAt: 0.1 },
    ];
    expect(meters({ ...size, shadows }).shadows).toHaveLength(2);
  });

  it('sees no shadow in even tissue, a kidney, a cyst or a dark far field', () => {
    for (const scene of [
      {},
      { kidney: true },
      { cyst: true },
      { mean: 60, rise: -110 },
      { mean: 60, rise: 100 },
    ]) {
      expect(meters({ ...size, ...scene }).shadowShare).toBe(0);
    }
  });

  it('is less sharp the more the texture is blurred', () => {
    const values = [0.8, 1.2, 1.8, 2.6, 4].map((grain) => meters({ ...size, grain, speckle: 25 }).sharpness);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect((values[0] ?? 0) / (values[4] ?? 1)).toBeGreaterThan(3);
  });

  it('reads the sharpness of smoothed noise as theory gives it', () => {
    const { bounds } = drawnSector(size);
    const side = Math.min(bounds.width, bounds.height);
    const { sharpness } = meters({ ...size, grain: 2, speckle: 25 });
    expect(Math.abs(sharpness / (side / (2 * Math.PI * 2)) - 1)).toBeLessThan(0.1);
  });

  it('reads the same sharpness whatever gain and offset are', () => {
    const base = meters({ ...size, mean: 90, speckle: 14, grain: 1.5 }).sharpness;
    const contrast = meters({ ...size, mean: 110, speckle: 28, grain: 1.5 }).sharpness;
    const offset = meters({ ...size, mean: 150, speckle: 14, grain: 1.5 }).sharpness;
    expect(Math.abs(contrast / base - 1)).toBeLessThan(0.05);
    expect(Math.abs(offset / base - 1)).toBeLessThan(0.05);
  });
});

it('reads about the same sharpness from a picture twice as large', () => {
  const small = meters({ width: 256, height: 256, grain: 1.5, speckle: 25 }).sharpness;
  const large = meters({ width: 512, height: 512, grain: 3, speckle: 25 }).sharpness;
  expect(Math.abs(small / large - 1)).toBeLessThan(0.1);
});

it('says nothing rather than fail where the sector has no pixels', () => {
  const sector = drawnSector({ width: 200, height: 200 });
  const empty = readMeters({ width: 4, height: 4, data: new Uint8Array(16) }, { ...sector, outline: [] });
  expect(empty).toMatchObject({ brightness: 0, shadowShare: 0, sharpness: 0, farMinusNear: 0 });
});

/** Share of the sector's area behind a shadow's start: exact for both shapes. */
function exactShare(
  { shape }: Drawing,
  { from, to, startsAt }: { from: number; to: number; startsAt: number },
) {
  if (shape === 'rectangle') return (to - from) * (1 - startsAt);
  const [near, far] = [0.25, 1.15];
  const start = near + startsAt * (far - near);
  return ((to - from) * (far ** 2 - start ** 2)) / (far ** 2 - near ** 2);
}
