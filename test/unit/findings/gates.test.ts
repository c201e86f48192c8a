import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateByAge } from '../../../src/findings/age-gate.ts';
import type { CropReading } from '../../../src/findings/crop-reading.ts';
import { isUnlikeTraining, refusePicture } from '../../../src/findings/refuse-picture.ts';
import { whyNotTold } from '../../../src/findings/why-not-told.ts';

const adults = [18, 90] as const;

test('an age outside the card’s closes the gate, whatever was confirmed', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 130, noNaN: true }), fc.boolean(), (ageYears, isConfirmed) => {
      const gate = gateByAge(adults, { ageYears, isConfirmed });
      expect(gate.kind).toBe(ageYears >= 18 && ageYears < 91 ? 'open' : 'closed');
    }),
  );
  expect(gateByAge(adults, { ageYears: 90.5, isConfirmed: false })).toEqual({ kind: 'open' });
  expect(gateByAge(adults, { ageYears: 91, isConfirmed: true }).kind).toBe('closed');
  expect(gateByAge(adults, { ageYears: 17.9, isConfirmed: true })).toEqual({
    kind: 'closed',
    ages: adults,
    ageYears: 17.9,
  });
});

test('without an age it is asked, until somebody confirms it; a card without ages asks nobody', () => {
  const unknown = { ageYears: undefined, isConfirmed: false };
  expect(gateByAge(adults, unknown)).toEqual({ kind: 'ask', ages: adults });
  expect(gateByAge(adults, { ...unknown, isConfirmed: true })).toEqual({ kind: 'open' });
  expect(gateByAge(undefined, unknown)).toEqual({ kind: 'open' });
});

test('only a good picture passes, and each refusal carries its reason', () => {
  expect(refusePicture({ kind: 'optimal' })).toBeNull();
  expect(refusePicture({ kind: 'wrong' })).toEqual({ kind: 'wrong' });
  expect(refusePicture({ kind: 'faults', faults: ['gain', 'position'] })).toEqual({
    kind: 'faults',
    faults: ['gain', 'position'],
  });
  expect(refusePicture({ kind: 'declined', refusal: 'no-sector' })).toEqual({
    kind: 'declined',
    refusal: 'no-sector',
  });
});

test('a picture further off than the card allows is unlike the training; so is one of no known distance', () => {
  expect(isUnlikeTraining(1)).toBe(false);
  expect(isUnlikeTraining(1.01)).toBe(true);
  expect(isUnlikeTraining(Number.NaN)).toBe(true);
  expect(isUnlikeTraining(null)).toBe(false);
});

test('what is kept is told only where the age and the picture allow it', () => {
  const kept = (novelty: number, isAgeConfirmed?: true): CropReading => ({
    readAt: 0,
    axis: {
      poles: [
        { x: 0, y: 0 },
        { x: 9, y: 9 },
      ],
      from: 'mask',
    },
    erased: { calipers: 0, texts: 0, share: 0 },
    ...(isAgeConfirmed && { isAgeConfirmed }),
    findings: { model: { name: 'a', version: '1.0.0', sha256: '0' }, novelty, readings: [] },
    backend: 'wasm',
    tookMs: 1,
    appVersion: '1',
  });
  const card = { metrics: [], ageYears: adults };
  expect(whyNotTold(kept(0.5), card, undefined)).toBe('age');
  expect(whyNotTold(kept(0.5, true), card, undefined)).toBeNull();
  expect(whyNotTold(kept(0.5, true), card, 12)).toBe('age');
  expect(whyNotTold(kept(1.5), card, 40)).toBe('unlike');
  expect(whyNotTold(kept(0.5), { metrics: [] }, undefined)).toBeNull();
});
