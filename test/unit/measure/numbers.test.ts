import { describe, expect, test } from 'vitest';
import { type EchoQuestion, echoRatio } from '../../../src/measure/echo-ratio.ts';
import { ellipsoidVolume } from '../../../src/measure/ellipsoid-volume.ts';
import type { Measurement } from '../../../src/measure/measurement.ts';
import {
  lengthReference,
  thicknessReference,
  volumeReference,
} from '../../../src/measure/reference-range.ts';
import type { Centimetres } from '../../../src/measure/units.ts';
import { seededRandom } from '../../../src/phantom/random.ts';
import { boxSector } from './shapes.ts';

function diameter(cm: number, parts = { scale: 0, border: 0, readers: 0 }): Measurement<Centimetres> {
  return {
    value: cm as Centimetres,
    plusMinus: Math.hypot(parts.scale, parts.border, parts.readers) as Centimetres,
    parts,
    trace: { kind: 'line', line: { from: { x: 0, y: 0 }, to: { x: 1, y: 1 } } },
    isLowerBound: false,
    isByHand: false,
  };
}

describe('a volume from two views', () => {
  test('is that of an ellipsoid', () => {
    const volume = ellipsoidVolume({ length: diameter(11), width: diameter(5), depth: diameter(4) });
    expect(volume.value).toBeCloseTo(115.19, 2);
  });

  test('adds up what one scale is off, and squares what is not one', () => {
    const scaled = { scale: 0.1, border: 0, readers: 0 };
    const ten = diameter(10, scaled);
    const same = ellipsoidVolume({ length: ten, width: ten, depth: ten });
    expect(same.plusMinus / same.value).toBeCloseTo(0.03, 9);
    const bordered = diameter(10, { scale: 0, border: 0.1, readers: 0 });
    const own = ellipsoidVolume({ length: bordered, width: bordered, depth: bordered });
    expect(own.plusMinus / own.value).toBeCloseTo(0.01 * Math.sqrt(3), 9);
  });

  test('is at least what it says where one diameter is', () => {
    const cut = { ...diameter(9), isLowerBound: true };
    expect(ellipsoidVolume({ length: cut, width: diameter(5), depth: diameter(4) }).isLowerBound).toBe(true);
  });
});

describe('cortex against liver', () => {
  const [width, height] = [200, 200];
  const random = seededRandom(7);
  const data = Uint8Array.from({ length: width * height }, (_, i) =>
    Math.round((i % width < 100 ? 60 : 90) + random.between(-20, 20)),
  );
  const grey = { width, height, data };
  const question: EchoQuestion = {
    cortex: { centre: { x: 50, y: 100 }, radius: 20 },
    liver: { centre: { x: 150, y: 105 }, radius: 20 },
    sector: boxSector(width, height),
  };

  test('is the ratio of the mean greys, with an interval that speckle explains', () => {
    const ratio = echoRatio(grey, question);
    if (ratio.kind === 'refused') throw new Error(ratio.reason);
    expect(Math.abs(ratio.value - 60 / 90)).toBeLessThan(Math.max(0.02, ratio.plusMinus));
    expect(ratio.plusMinus).toBeGreaterThan(0);
    expect(ratio.plusMinus).toBeLessThan(0.1);
  });

  const moved = (changes: Partial<EchoQuestion>) => echoRatio(grey, { ...question, ...changes });
  test.each([
    ['no-sector', moved({ sector: null })],
    ['region-too-small', moved({ liver: { centre: { x: 150, y: 100 }, radius: 2 } })],
    ['region-outside', moved({ liver: { centre: { x: 190, y: 100 }, radius: 20 } })],
    ['depths-differ', moved({ liver: { centre: { x: 150, y: 150 }, radius: 20 } })],
    ['grey-at-limit', echoRatio({ width, height, data: data.map(() => 255) }, question)],
  ] as const)('is refused: %s', (reason, outcome) => {
    expect(outcome).toEqual({ kind: 'refused', reason });
  });
});

describe('reference ranges', () => {
  test('of adults: the mean of a side and 1.96 deviations (Su 2019)', () => {
    const right = lengthReference({ ageYears: 40, side: 'right' });
    expect(right).toMatchObject({ kind: 'range', range: { source: 'su-2019' } });
    if (right.kind === 'none') throw new Error(right.why);
    expect(right.range.low).toBeCloseTo(9.27, 2);
    expect(right.range.high).toBeCloseTo(11.97, 2);
  });

  test('of adults whose sex is known: by sex and side (Benin City)', () => {
    const her = lengthReference({ ageYears: 40, sex: 'female', side: 'right' });
    if (her.kind === 'none') throw new Error(her.why);
    expect(her.range.source).toBe('benin');
    expect(her.range.low).toBeCloseTo(8.636, 3);
    expect(her.range.high).toBeCloseTo(12.164, 3);
  });

  test('of children: from height, as the authors’ equation and 95 % say (Kim 2013)', () => {
    const left = lengthReference({ ageYears: 6, heightCm: 115, side: 'left' });
    if (left.kind === 'none') throw new Error(left.why);
    expect(left.range.low).toBeCloseTo(2.374 + 0.047 * 115 - 1.173, 9);
    expect(left.range.high).toBeCloseTo(8.952, 3);
  });

  test('hold for both sides where the side is not known', () => {
    const either = lengthReference({ ageYears: 40 });
    if (either.kind === 'none') throw new Error(either.why);
    expect(either.range.low).toBeCloseTo(9.268, 3);
    expect(either.range.high).toBeCloseTo(12.132, 3);
  });

  test('of men’s volume: the mean of a side and 1.96 deviations (Lee 1996)', () => {
    const left = volumeReference({ ageYears: 50, sex: 'male', side: 'left' });
    if (left.kind === 'none') throw new Error(left.why);
    expect(left.range.low).toBeCloseTo(78.79, 2);
    expect(left.range.high).toBeCloseTo(195.33, 2);
  });

  test.each([
    ['age-needed', lengthReference({ heightCm: 170 })],
    ['height-needed', lengthReference({ ageYears: 7 })],
    ['height-unlikely', lengthReference({ ageYears: 7, heightCm: 230 })],
    ['sex-needed', volumeReference({ ageYears: 50 })],
    ['no-source-for-sex', volumeReference({ ageYears: 50, sex: 'female' })],
    ['no-source-for-age', thicknessReference('cortex', { ageYears: 3 })],
  ] as const)('are not made up: %s', (why, reference) => {
    expect(reference).toEqual({ kind: 'none', why });
  });
});
