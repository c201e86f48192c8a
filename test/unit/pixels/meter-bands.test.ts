import { expect, it } from 'vitest';
import { judgeMeter, type MeterName, meterBands } from '../../../src/pixels/meter-bands.ts';

it.each(Object.keys(meterBands) as MeterName[])('judges %s against its band, ends included', (name) => {
  const { low, high } = meterBands[name];
  expect(low).toBeLessThan(high);
  expect(judgeMeter(name, low)).toBe('normal');
  expect(judgeMeter(name, high)).toBe('normal');
  expect(judgeMeter(name, high + 0.001)).toBe('high');
  expect(judgeMeter(name, low - 0.001)).toBe('low');
});
