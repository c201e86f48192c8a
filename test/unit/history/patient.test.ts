import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryOver } from '../../../src/history/carry-over.ts';
import { doubtPseudonym, tidyPseudonym } from '../../../src/history/doubt-pseudonym.ts';
import { knownPatients } from '../../../src/history/known-patients.ts';
import { summarise } from '../../../src/history/summary.ts';
import { firstTime, makeExamination } from './make-examination.ts';

const year = 365.25 * 24 * 60 * 60 * 1000;

describe('a pseudonym', () => {
  test.each(['Jane Doe', 'Doe, Jane', 'Doe, J.', 'Eva-Maria Müller-Groß', 'Åsa Öberg', "Mary O'Neil Smith"])(
    'that looks like a name is doubted: %s',
    (typed) => expect(doubtPseudonym(typed)).toBe('name'),
  );

  test.each(['12.3.1958', '1958-03-12', '3/12/58', '12 03 1958', 'x 12031958', '19580312'])(
    'that looks like a date of birth is doubted: %s',
    (typed) => expect(doubtPseudonym(typed)).toBe('date'),
  );

  test.each([
    'P-17',
    '4711',
    'blue whale',
    'Whale',
    'Patient A',
    'Room 12',
    'A1 B2',
    '2026-17',
    '99999999',
    '',
  ])('that looks like neither is not: %s', (typed) => expect(doubtPseudonym(typed)).toBeNull());

  test('is kept in one form that an archive takes and an address holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (typed) => {
        const kept = tidyPseudonym(typed);
        expect(tidyPseudonym(kept)).toBe(kept);
        expect(kept.length).toBeLessThanOrEqual(60);
        expect(decodeURIComponent(encodeURIComponent(kept))).toBe(kept);
      }),
    );
    expect(tidyPseudonym('  blue \n whale ')).toBe('blue whale');
    expect(tidyPseudonym(`${'x'.repeat(59)}🐋`)).toBe('x'.repeat(59));
  });

  test('is proposed once, that of the newest record first', () => {
    const of = (index: number, pseudonym: string) =>
      summarise(makeExamination(index, { additions: { patient: { pseudonym } } }));
    const kept = [of(4, 'B'), summarise(makeExamination(3)), of(2, 'A'), of(1, 'B')];
    expect(knownPatients(kept)).toEqual(['B', 'A']);
  });
});

describe('what is carried over from the last record', () => {
  const earlier = (index: number, patient: object, years = 0) =>
    makeExamination(index, { analysedAt: firstTime - years * year, additions: { patient } });

  test('only what is empty here, with the years that passed', () => {
    const others = [earlier(0, { ageYears: 50, sex: 'male', heightCm: 180 }, 2.3)];
    expect(carryOver({ heightCm: 179 }, firstTime, others)?.part).toEqual({ ageYears: 52, sex: 'male' });
    expect(carryOver({ ageYears: 51, heightCm: 179, sex: 'male' }, firstTime, others)).toBeNull();
  });

  test('an older picture that is filled in later gets the age of its own day', () => {
    expect(carryOver({}, firstTime - 3 * year, [earlier(0, { ageYears: 50 })])?.part).toEqual({
      ageYears: 47,
    });
  });

  test('a child that grew is measured again', () => {
    const child = { ageYears: 9, heightCm: 130 };
    expect(carryOver({}, firstTime, [earlier(0, child, 1.2)])?.part).toEqual({ ageYears: 10 });
    expect(carryOver({}, firstTime, [earlier(0, child, 0.1)])?.part).toEqual(child);
  });

  test('the newest record that says more', () => {
    const others = [
      earlier(0, { sex: 'male' }, 3),
      earlier(1, { sex: 'female' }, 1),
      earlier(2, { side: 'left' }),
    ];
    expect(carryOver({}, firstTime, others)).toEqual({
      from: others[1]?.analysedAt,
      part: { sex: 'female' },
    });
  });
});
