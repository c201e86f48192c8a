import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrateByDepth } from '../../../src/measure/calibrate-by-depth.ts';
import { calibrateByRuler } from '../../../src/measure/calibrate-by-ruler.ts';
import { calibrateByTicks } from '../../../src/measure/calibrate-by-ticks.ts';
import { checkCalibration, type ScaledPicture } from '../../../src/measure/check-calibration.ts';
import { chooseCalibration } from '../../../src/measure/choose-calibration.ts';
import { depthLine } from '../../../src/measure/depth-line.ts';
import { fitLattice } from '../../../src/measure/fit-lattice.ts';
import { lengthOf } from '../../../src/measure/greatest-diameter.ts';
import { measureCaliper } from '../../../src/measure/measure-caliper.ts';
import { MACHINE, pixelScale, scaleOf } from '../../../src/measure/picture-scale.ts';
import type { Calibration } from '../../../src/pixels/calibration.ts';
import { boxSector, ellipse } from './shapes.ts';

/** Analysed at half the size it was opened in, and pixels half as wide as high. */
const picture: ScaledPicture = {
  analysed: { width: 500, height: 400 },
  opened: { width: 1000, height: 800 },
  sector: { ...boxSector(500, 380), pixelAspect: 0.5 },
};

function calibrated(outcome: ReturnType<typeof calibrateByRuler>): Calibration {
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.calibration;
}

const anyPlace = fc.record({ x: fc.integer({ min: 0, max: 499 }), y: fc.integer({ min: 0, max: 399 }) });

describe('two marks on a ruler', () => {
  test('measure what they were said to, in whichever direction, whatever the pixels', () => {
    const ruler = fc.record({
      from: anyPlace,
      to: anyPlace,
      cm: fc.double({ min: 1, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(ruler, (line) => {
        const outcome = calibrateByRuler(line, picture);
        if (outcome.kind === 'refused') return;
        const scale = scaleOf(outcome.calibration, picture.analysed, picture.opened);
        const caliper = measureCaliper(line, scale);
        expect(caliper.unit).toBe('cm');
        expect(caliper.value).toBeCloseTo(line.cm, 9);
        expect(scale.x / scale.y).toBeCloseTo(0.5, 9);
      }),
    );
  });

  test('speak of the picture as opened', () => {
    const { cmPerPixelY, region, source } = calibrated(
      calibrateByRuler({ from: { x: 10, y: 0 }, to: { x: 10, y: 300 }, cm: 12 }, picture),
    );
    expect(cmPerPixelY).toBeCloseTo(12 / 600, 9);
    expect(region).toEqual({ x: 0, y: 0, width: 1000, height: 800 });
    expect(source).toBe('ruler');
  });

  test('are surer the farther apart they are, but never surer than the machine', () => {
    const of = (y: number, cm: number) =>
      calibrated(calibrateByRuler({ from: { x: 0, y: 0 }, to: { x: 0, y }, cm }, picture)).uncertainty ?? 0;
    expect(of(300, 12)).toBeLessThan(of(60, 2.4));
    expect(of(300, 12)).toBeGreaterThan(MACHINE);
    expect(of(60, 2.4)).toBeCloseTo(Math.hypot(MACHINE, Math.SQRT2 / 60), 9);
  });
});

describe('a scale that cannot be right is refused', () => {
  const down = (y: number, cm: number) =>
    calibrateByRuler({ from: { x: 0, y: 0 }, to: { x: 0, y }, cm }, picture);
  test.each([
    ['length-unlikely', down(100, 0)],
    ['length-unlikely', down(100, Number.NaN)],
    ['length-unlikely', down(100, 41)],
    ['marks-too-close', down(5, 1)],
    ['sector-too-deep', down(100, 11)],
    ['sector-too-shallow', down(390, 0.9)],
    [
      'pixel-too-large',
      calibrateByRuler({ from: { x: 0, y: 0 }, to: { x: 0, y: 40 }, cm: 20 }, { ...picture, sector: null }),
    ],
    ['no-sector', calibrateByDepth({ depthCm: 15 }, { ...picture, sector: null })],
    ['length-unlikely', calibrateByDepth({ depthCm: 150 }, picture)],
    ['depth-not-in-view', calibrateByDepth({ depthCm: 15 }, { ...picture, sector: boxSector(500, 400) })],
  ] as const)('%s', (reason, outcome) => {
    expect(outcome).toEqual({ kind: 'refused', reason });
  });

  test('so that a kidney would be too long or too short, but a cut-off one may be any size', () => {
    const capsule = ellipse({ centre: { x: 250, y: 200 }, a: 200, b: 60, angle: Math.PI / 2 }).map((p) => ({
      ...p,
      y: 200 + (p.y - 200) * 0.7,
    }));
    const at = (cm: number, around: ScaledPicture) =>
      checkCalibration(
        { source: 'ruler', cmPerPixelX: cm, cmPerPixelY: cm, region: { x: 0, y: 0, width: 9, height: 9 } },
        { ...around, analysed: around.opened, capsule },
      );
    const wide = { ...picture, sector: boxSector(500, 380) };
    expect(at(0.08, wide)).toMatchObject({ reason: 'kidney-too-long' });
    expect(at(0.004, wide)).toMatchObject({ reason: 'kidney-too-short' });
    expect(at(0.004, { ...wide, sector: boxSector(500, 300) })).toMatchObject({ kind: 'calibrated' });
    expect(at(0.04, wide)).toMatchObject({ kind: 'calibrated' });
  });
});

test('a depth is that of the middle beam', () => {
  const calibration = calibrated(calibrateByDepth({ depthCm: 19 }, picture));
  const { sector } = picture;
  if (sector === null) throw new Error('no sector');
  expect(lengthOf(depthLine(sector))).toBeCloseTo(380, 9);
  expect(calibration.cmPerPixelY).toBeCloseTo(19 / 760, 9);
  expect(calibration.source).toBe('depth');
});

test('ticks give the scale that a person says', () => {
  const ticks = {
    line: { from: { x: 5, y: 20 }, to: { x: 5, y: 320 } },
    count: 16,
    spacing: 20,
    proposals: [1],
  };
  const { cmPerPixelY, source } = calibrated(calibrateByTicks({ ticks, cm: 0.5 }, picture));
  expect(cmPerPixelY).toBeCloseTo(0.5 / 40, 9);
  expect(source).toBe('ticks');
});

test('a scale set by hand goes before the file’s, and its absence is explained', () => {
  const region = { x: 0, y: 0, width: 1, height: 1 };
  const file: Calibration = { source: 'dicom-region', cmPerPixelX: 0.03, cmPerPixelY: 0.03, region };
  const hand: Calibration = { source: 'ruler', cmPerPixelX: 0.02, cmPerPixelY: 0.02, region };
  expect(chooseCalibration({ calibration: file }).calibration).toBe(file);
  expect(chooseCalibration({ calibration: file, additions: { calibration: hand } }).calibration).toBe(hand);
  expect(chooseCalibration({ calibration: null })).toEqual({ calibration: null, why: 'file-unclear' });
  expect(chooseCalibration({ additions: {} })).toEqual({ calibration: null, why: 'never-had' });
});

describe('a caliper', () => {
  test('without a scale is in pixels, and as unsure as two marks are', () => {
    const { unit, value, plusMinus } = measureCaliper(
      { from: { x: 0, y: 0 }, to: { x: 30, y: 40 } },
      pixelScale(),
    );
    expect([unit, value]).toEqual(['px', 50]);
    expect(plusMinus).toBeCloseTo(1.96 * Math.SQRT2, 9);
  });

  test('of no length is 0 and still unsure', () => {
    const at = { x: 7, y: 7 };
    const { value, plusMinus } = measureCaliper({ from: at, to: at }, pixelScale());
    expect(value).toBe(0);
    expect(plusMinus).toBeGreaterThan(0);
  });
});

describe('an even row', () => {
  const anyRow = fc.record({
    first: fc.double({ min: 0, max: 40, noNaN: true }),
    spacing: fc.double({ min: 8, max: 45, noNaN: true }),
    count: fc.integer({ min: 7, max: 20 }),
    missing: fc.integer({ min: 2, max: 4 }),
    stray: fc.double({ min: 0.3, max: 0.7, noNaN: true }),
  });

  test('is found although ticks are drawn to the pixel, one is hidden and a mark stands between', () => {
    fc.assert(
      fc.property(anyRow, ({ first, spacing, count, missing, stray }) => {
        const row = Array.from({ length: count }, (_, i) => Math.floor(first + i * spacing) + 0.5);
        const places = [...row.filter((_, i) => i !== missing), first + (count - 2 + stray) * spacing];
        const lattice = fitLattice(places.toSorted((a, b) => a - b));
        expect(lattice?.hits).toHaveLength(count - 1);
        expect(Math.abs((lattice?.spacing ?? 0) - spacing)).toBeLessThan(1.5 / count);
      }),
    );
  });

  test('is not seen in places at random, nor in four ticks', () => {
    expect(fitLattice([10, 30, 50, 70])).toBeNull();
    const anyPlaces = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 12 });
    const found = fc.sample(anyPlaces, { numRuns: 200, seed: 5 }).filter((places) => {
      return fitLattice(places.toSorted((a, b) => a - b)) !== null;
    });
    expect(found.length).toBeLessThanOrEqual(2);
  });
});
