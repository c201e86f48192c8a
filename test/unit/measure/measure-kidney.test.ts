import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureKidney } from '../../../src/measure/measure-kidney.ts';
import type { KidneySizes } from '../../../src/measure/measurement.ts';
import type { KidneyOutlines } from '../../../src/measure/outlines-in-use.ts';
import { type PictureScale, pixelScale, toPicture } from '../../../src/measure/picture-scale.ts';
import type { Point } from '../../../src/pixels/sector.ts';
import { boxSector, circle, ellipse } from './shapes.ts';

const sector = boxSector(2000, 2000);
const scale: PictureScale = { unit: 'cm', x: 0.03, y: 0.02, uncertainty: 0.01 };

function outlined(
  contours: readonly (readonly Point[])[],
  parts: Partial<KidneyOutlines> = {},
): KidneyOutlines {
  return { capsule: { contours, isByHand: false }, ...parts };
}

function measure(outlines: KidneyOutlines, by: PictureScale = scale): KidneySizes {
  const sizes = measureKidney({ outlines, sector, scale: by });
  if (sizes === null) throw new Error('nothing was measured');
  return sizes;
}

/** A shape in centimetres as it lies in a picture whose pixels are not square. */
function inPicture(points: readonly Point[]): Point[] {
  return points.map((point) => toPicture(scale, { x: point.x + 20, y: point.y + 15 }));
}

/** Ramanujan's second approximation, exact to 1e-5 for these shapes. */
function ellipsePerimeter(a: number, b: number): number {
  const h = ((a - b) / (a + b)) ** 2;
  return Math.PI * (a + b) * (1 + (3 * h) / (10 + Math.sqrt(4 - 3 * h)));
}

const anyKidney = fc.record({
  a: fc.double({ min: 2, max: 8, noNaN: true }),
  flatness: fc.double({ min: 0.3, max: 0.8, noNaN: true }),
  angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
  start: fc.integer({ min: 0, max: 239 }),
});

describe('an ellipse, turned any way, in pixels that are not square', () => {
  test('has its axes, area and perimeter', () => {
    fc.assert(
      fc.property(anyKidney, ({ a, flatness, angle, start }) => {
        const b = flatness * a;
        const whole = inPicture(ellipse({ centre: { x: 0, y: 0 }, a, b, angle }));
        const contour = [...whole.slice(start), ...whole.slice(0, start)];
        const sizes = measure(outlined([contour]));
        expect(sizes.length.value / (2 * a)).toBeCloseTo(1, 3);
        expect(sizes.width.value / (2 * b)).toBeCloseTo(1, 2);
        expect(sizes.area.value / (Math.PI * a * b)).toBeCloseTo(1, 2);
        expect(sizes.perimeter.value / ellipsePerimeter(a, b)).toBeCloseTo(1, 3);
      }),
      { numRuns: 60 },
    );
  });

  test('is traced by lines that are as long as it says', () => {
    fc.assert(
      fc.property(anyKidney, ({ a, flatness, angle }) => {
        const contour = inPicture(ellipse({ centre: { x: 0, y: 0 }, a, b: flatness * a, angle }));
        const { length, width } = measure(outlined([contour]));
        for (const { trace, value } of [length, width]) {
          if (trace.kind !== 'line') throw new Error('not a line');
          const { from, to } = trace.line;
          expect(Math.hypot(0.03 * (to.x - from.x), 0.02 * (to.y - from.y))).toBeCloseTo(value, 6);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('other shapes', () => {
  const box = [
    { x: 100, y: 100 },
    { x: 400, y: 100 },
    { x: 400, y: 300 },
    { x: 100, y: 300 },
  ];

  test('a rectangle is as long as its diagonal', () => {
    const sizes = measure(outlined([box]), pixelScale());
    expect(sizes.unit).toBe('px');
    expect(sizes.length.value).toBeCloseTo(Math.hypot(300, 200), 9);
    expect(sizes.area.value).toBeCloseTo(60_000, 6);
    expect(sizes.perimeter.value).toBeCloseTo(1000, 6);
  });

  test('a hole is not area, an island in it is', () => {
    const sizes = measure(outlined([box, circle(250, 200, 80), circle(250, 200, 20)]), pixelScale());
    expect(sizes.area.value / (60_000 - Math.PI * 80 ** 2 + Math.PI * 20 ** 2)).toBeCloseTo(1, 3);
  });

  test('without a scale a stretched picture is measured in heights of a pixel', () => {
    const sizes = measure(outlined([box]), pixelScale(0.5));
    expect(sizes.length.value).toBeCloseTo(250, 9);
    expect(sizes.area.value).toBeCloseTo(30_000, 6);
  });

  test('a contour without area gives nothing', () => {
    const line = [box[0], box[1], box[0]] as Point[];
    expect(measureKidney({ outlines: outlined([line]), sector, scale })).toBeNull();
  });
});

describe('thickness', () => {
  /** A kidney of circles: parenchyma from 200 to 90, pyramids from 150 to 100. */
  const pyramid = (angle: number): Point[] => {
    const places = [-0.15, -0.05, 0.05, 0.15].map((off) => [angle + off, 150] as const);
    return [...places, [angle, 100] as const].map(([at, radius]) => ({
      x: 500 + radius * Math.cos(at),
      y: 500 + radius * Math.sin(at),
    }));
  };
  const pyramids = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => pyramid((k * Math.PI) / 4));
  const layered = outlined([circle(500, 500, 200)], {
    sinus: { contours: [circle(500, 500, 90)], isByHand: false },
    medulla: { contours: pyramids, isByHand: false },
  });

  test('is the distance between the borders', () => {
    const sizes = measure(layered, pixelScale());
    expect(sizes.parenchyma?.value).toBeCloseTo(110, 0);
    // Between the corners of a pyramid's base its chord lies a little deeper.
    expect(sizes.cortex?.value).toBeGreaterThan(49.5);
    expect(sizes.cortex?.value).toBeLessThan(51);
  });

  test('of the parenchyma leaves out where the sinus opens to the hilum', () => {
    const capsule = ellipse({ centre: { x: 500, y: 500 }, a: 250, b: 120, angle: 0 });
    const shifted = ellipse({ centre: { x: 500, y: 560 }, a: 150, b: 50, angle: 0 });
    const sinus = { contours: [shifted], isByHand: false };
    const sizes = measure(outlined([capsule], { sinus }), pixelScale());
    const lines = sizes.parenchyma?.trace.kind === 'lines' ? sizes.parenchyma.trace.all : [];
    expect(lines.length).toBeGreaterThan(5);
    expect(
      Math.min(...lines.map(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y))),
    ).toBeGreaterThan(100);
  });

  test('is not told of what was not outlined', () => {
    const sizes = measure(outlined([circle(500, 500, 200)]));
    expect([sizes.cortex, sizes.parenchyma]).toEqual([null, null]);
  });

  test('does not depend on which way contours run', () => {
    const turned = outlined([circle(500, 500, 200).reverse()], {
      ...(layered.sinus && { sinus: layered.sinus }),
      medulla: { contours: pyramids.map((one) => one.toReversed()), isByHand: false },
    });
    expect(measure(turned).parenchyma?.value).toBeCloseTo(measure(layered).parenchyma?.value ?? 0, 1);
  });
});

describe('what is said with a number', () => {
  test('a kidney that the sector cuts off is at least as long', () => {
    const whole = ellipse({ centre: { x: 150, y: 400 }, a: 300, b: 120, angle: 0 });
    const cut = whole.map(({ x, y }) => ({ x: Math.max(0, x), y }));
    const small = boxSector(1000, 800);
    const at = (contour: Point[], x: number) =>
      measureKidney({
        outlines: outlined([contour.map((p) => ({ ...p, x: p.x + x }))]),
        sector: small,
        scale,
      });
    expect(at(cut, 0)?.length.isLowerBound).toBe(true);
    expect(at(whole, 400)?.length.isLowerBound).toBe(false);
  });

  test('± is made of its parts; a scale counts twice in an area, and a hand has no model beside it', () => {
    const contour = ellipse({ centre: { x: 500, y: 500 }, a: 200, b: 90, angle: 0.4 });
    const { length, area } = measure(outlined([contour]));
    expect(length.plusMinus).toBeCloseTo(Math.hypot(...Object.values(length.parts)), 9);
    expect(length.parts.scale).toBeCloseTo(1.96 * 0.01 * length.value, 9);
    expect(area.parts.scale).toBeCloseTo(1.96 * 0.02 * area.value, 9);
    expect(length.parts.border).toBeGreaterThan(0);
    const byHand = measure({ capsule: { contours: [contour], isByHand: true } });
    expect(byHand.length).toMatchObject({ isByHand: true, parts: { border: 0 } });
    expect(byHand.length.plusMinus).toBeLessThan(length.plusMinus);
  });
});
