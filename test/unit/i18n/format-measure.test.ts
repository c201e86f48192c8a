import { expect, test } from 'vitest';
import { formatMeasured, inTenths } from '../../../src/i18n/format-measure.ts';

test.each([
  [{ value: 10.437, plusMinus: 0.62 }, 'cm', '10.4 cm', '± 0.6 cm'],
  [{ value: 3.4251, plusMinus: 0.03 }, 'cm', '3.43 cm', '± 0.03 cm'],
  [{ value: 48.21, plusMinus: 4.1 }, 'cm²', '48 cm²', '± 4 cm²'],
  [{ value: 1204.4, plusMinus: 30 }, 'px', '1,204 px', '± 30 px'],
  [{ value: 147.2, plusMinus: 1.97 }, 'ml', '147 ml', '± 2 ml'],
  [{ value: 5, plusMinus: 0 }, 'cm', '5.00 cm', '± 0.01 cm'],
  [{ value: 0.71, plusMinus: 0.2 }, '', '0.7', '± 0.2'],
] as const)(
  '%j %s is written %s %s: no more digits than its ± bears',
  (measured, unit, ...[value, plusMinus]) => {
    expect(formatMeasured(measured, unit)).toEqual({ value, plusMinus });
  },
);

test('thin layers are told in millimetres', () => {
  expect(formatMeasured(inTenths({ value: 0.93, plusMinus: 0.31 }), 'mm')).toEqual({
    value: '9 mm',
    plusMinus: '± 3 mm',
  });
});
