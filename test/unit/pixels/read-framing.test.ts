import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignMachine, alignProbe } from '../../../src/phantom/align-probe.ts';
import { samplePhantom } from '../../../src/phantom/phantom.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { tellTruth } from '../../../src/phantom/tell-truth.ts';
import { clipPolygon } from '../../../src/pixels/clip-polygon.ts';
import { findSector } from '../../../src/pixels/find-sector.ts';
import { polygonArea } from '../../../src/pixels/polygon.ts';
import { readFraming } from '../../../src/pixels/read-framing.ts';
import type { Point, Sector } from '../../../src/pixels/sector.ts';
import { traceContours } from '../../../src/pixels/trace-contours.ts';

const bounds = { x: 100, y: 50, width: 400, height: 300 };
const box: Sector = {
  shape: 'rectangle',
  outline: [
    { x: 100, y: 50 },
    { x: 500, y: 50 },
    { x: 500, y: 350 },
    { x: 100, y: 350 },
  ],
  bounds,
  apex: null,
};

function ellipse(x: number, y: number, [a, b]: readonly [number, number]): Point[] {
  return Array.from({ length: 240 }, (_, i) => {
    const t = (2 * Math.PI * i) / 240;
    return { x: x + a * Math.cos(t), y: y + b * Math.sin(t) };
  });
}

test('a kidney in the middle is whole and central', () => {
  const framing = readFraming(ellipse(300, 200, [90, 40]), box, []);
  expect(framing.cuts).toEqual([]);
  expect(framing.offCentre).toBeCloseTo(0, 3);
  expect(framing.depth).toBeCloseTo(0.5, 3);
  expect(framing.elongation).toBeCloseTo(90 / 40, 1);
  expect(framing.sectorShare).toBeCloseTo((Math.PI * 90 * 40) / (400 * 300), 2);
});

test.each([
  ['left', 110, 200],
  ['right', 490, 200],
  ['near', 300, 70],
  ['far', 300, 335],
] as const)('what lies over the %s edge is cut there, and how much is told', (edge, x, y) => {
  const whole = ellipse(x, y, [90, 60]);
  const seen = clipPolygon(whole, bounds);
  const [cut, ...others] = readFraming(seen, box, []).cuts;
  expect(others).toEqual([]);
  expect(cut?.edge).toBe(edge);
  expect(cut?.share).toBeCloseTo(1 - polygonArea(seen) / polygonArea(whole), 1);
});

test('up to half, the share that is cut off is right to 10 percentage points for ellipses of any size and place', () => {
  const across = fc.integer({ min: 100, max: 200 });
  fc.assert(
    fc.property(across, fc.integer({ min: 50, max: 140 }), fc.integer({ min: 35, max: 90 }), (x, a, b) => {
      const whole = ellipse(x, 200, [a, b]);
      const seen = clipPolygon(whole, bounds);
      const missing = 1 - polygonArea(seen) / polygonArea(whole);
      const told = readFraming(seen, box, []).cuts.reduce((sum, { share }) => sum + share, 0);
      expect(Math.abs(told - missing)).toBeLessThan(0.1);
    }),
  );
});

test('a shadow over a third of the kidney covers a third', () => {
  const kidney = ellipse(300, 200, [90, 40]);
  // Beams from 270 to 330 pixels, a third of the length but more of the area.
  const shadow = { from: 170 / 400, to: 230 / 400 };
  expect(readFraming(kidney, box, [shadow]).shadowedShare).toBeCloseTo(0.42, 1);
  expect(readFraming(kidney, box, [{ ...shadow, startsAt: 0.9 }]).shadowedShare).toBe(0);
});

describe('of simulated patients, from the true capsule', () => {
  const read = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
    [-7, -5, 0, 5, 7].map((slideCm) => readPatient(seed, slideCm)).filter((one) => one !== null),
  );

  test('there are enough to tell', () => {
    expect(read.filter(({ missing }) => missing < 0.005).length).toBeGreaterThan(5);
    expect(read.filter(({ missing }) => missing > 0.1).length).toBeGreaterThan(5);
  });

  test('whole kidneys are called whole, and of cut ones the share is told', () => {
    for (const { name, missing, told } of read) {
      if (missing < 0.005) expect(told, name).toBeLessThan(0.05);
      else expect(Math.abs(told - missing), `${name}: ${told} for ${missing}`).toBeLessThan(0.2);
    }
  });

  test('the share is off by less than 10 percentage points, in the mean over cut kidneys', () => {
    const errors = read
      .filter(({ missing }) => missing > 0.01)
      .map(({ missing, told }) => Math.abs(told - missing));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.1);
  });

  test('a probe slid towards the feet cuts the upper pole, on the left of the picture, and the other way round', () => {
    for (const { name, slideCm, missing, edges } of read) {
      if (missing > 0.1) expect(edges, name).toContain(slideCm > 0 ? 'left' : 'right');
    }
  });
});

/** The share that is missing in truth and as told; null where no sector is found or hardly any kidney shows. */
function readPatient(seed: number, slideCm: number) {
  const side = 192;
  const phantom = samplePhantom(seed);
  const good = alignProbe(phantom);
  const probe = {
    ...good,
    xCm: good.xCm + slideCm * Math.cos(good.rotation),
    yCm: good.yCm + slideCm * Math.sin(good.rotation),
  };
  const examination = { probe, machine: alignMachine(phantom) };
  const rendering = renderPhantom(phantom, examination, { width: side, height: side });
  const truth = tellTruth(phantom, examination, rendering);
  const sector = findSector(rendering.image);
  const kidney = truth.quality.causes.kidney;
  if (sector === null || kidney === null || kidney.cutShare > 0.45) return null;
  const values = Float32Array.from(truth.mask('capsule'), (inside) => inside - 0.5);
  const [capsule = []] = traceContours({ rows: side, columns: side, values }).sort(
    (a, b) => polygonArea(b) - polygonArea(a),
  );
  const { cuts } = readFraming(capsule, sector, []);
  return {
    name: `seed ${seed}, slid by ${slideCm} cm`,
    slideCm,
    missing: kidney.cutShare,
    told: cuts.reduce((sum, { share }) => sum + share, 0),
    edges: cuts.map(({ edge }) => edge),
  };
}
