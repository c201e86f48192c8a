import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameTiming, frameTimes } from '../../../src/dicom/frame-times.ts';

const unsaid: FrameTiming = { vector: [], frameTime: undefined, rates: [undefined, undefined] };

describe('frameTimes', () => {
  it('sums up the vector, which beats all else', () => {
    const timing = { vector: [0, 30, 50], frameTime: 99, rates: [10] };
    expect(frameTimes(3, timing)).toEqual([0, 30, 80]);
  });

  it('takes the frame time, then the cine rate, then the recommended rate', () => {
    expect(frameTimes(3, { ...unsaid, frameTime: 33, rates: [10] })).toEqual([0, 33, 66]);
    expect(frameTimes(3, { ...unsaid, rates: [10, 50] })).toEqual([0, 100, 200]);
    expect(frameTimes(3, { ...unsaid, rates: [undefined, 50] })).toEqual([0, 20, 40]);
  });

  it('plays at 25 frames a second where nothing, or nonsense, is said', () => {
    expect(frameTimes(3, unsaid)).toEqual([0, 40, 80]);
    expect(frameTimes(3, { vector: [0, 30], frameTime: 0, rates: [0, -5] })).toEqual([0, 40, 80]);
    expect(frameTimes(1, { ...unsaid, vector: [0] })).toEqual([0]);
  });

  it('gives as many times as frames, from 0, ascending, whatever is said', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, -1, 33, 1e9));
    const timing = fc.record({
      vector: fc.array(number, { maxLength: 6 }),
      frameTime: fc.option(number, { nil: undefined }),
      rates: fc.array(fc.option(number, { nil: undefined }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), timing, (count, said) => {
        const times = frameTimes(count, said);
        expect(times).toHaveLength(count);
        expect(times[0]).toBe(0);
        expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? Number.NaN))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
