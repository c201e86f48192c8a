import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curvesFor, type OperatingCurve, placeOn } from '../../../src/findings/operating-curve.ts';
import { curveOf, operateAt } from '../../../src/findings/roc.ts';

const curveAbout = (pictures: OperatingCurve['pictures'], subject = 'cyst'): OperatingCurve => ({
  dataset: pictures,
  pictures,
  subject,
  positives: 1,
  negatives: 1,
  points: [
    [0, 1, 0],
    [1, 0, 1],
  ],
});

test('the place of a threshold is where the figures in force stand', () => {
  const judged = fc.array(
    fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), holds: fc.boolean() }),
    {
      minLength: 2,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(judged, fc.double({ min: 0, max: 1, noNaN: true }), (pictures, threshold) => {
      const curve = curveOf(pictures);
      const [at, sensitivity] = curve.points[placeOn(curve, threshold)] ?? [];
      expect(at).toBeGreaterThanOrEqual(threshold);
      for (const [place, [own]] of curve.points.entries()) expect(placeOn(curve, own)).toBe(place);
      const called = pictures.filter(({ holds, probability }) => holds && probability >= threshold).length;
      if (curve.positives > 0) {
        expect(sensitivity).toBeCloseTo(called / curve.positives, 9);
        expect(operateAt(curve, threshold).sensitivity.value).toBeCloseTo(called / curve.positives, 9);
      }
    }),
  );
});

test('sets like the picture come first, and those of another finding not at all', () => {
  const curves = [
    curveAbout('simulated'),
    curveAbout('degraded'),
    curveAbout('real', 'stone'),
    curveAbout('own'),
    curveAbout('real'),
  ];
  const kinds = (isSimulated: boolean) =>
    curvesFor(curves, 'cyst', isSimulated).map(({ pictures }) => pictures);
  expect(kinds(false)).toEqual(['own', 'real', 'degraded', 'simulated']);
  expect(kinds(true)).toEqual(['simulated', 'own', 'real', 'degraded']);
});
