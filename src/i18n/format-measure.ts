import type { Measured } from '../measure/units.ts';

/** Units that a measured value is written in; thin layers are read in millimetres. */
export type SizeUnit = 'cm' | 'mm' | 'cm²' | 'ml' | 'px' | 'px²' | '';

/** A measured value and its ±, as they are read. */
export interface SizeWords {
  readonly value: string;
  readonly plusMinus: string;
}

/** Writes a value with no more digits than its ± bears. */
export function formatMeasured({ value, plusMinus }: Measured<number>, unit: SizeUnit): SizeWords {
  const format = new Intl.NumberFormat('en-GB', decimals(plusMinus));
  // Half of what no digit shows is still something.
  const least = 10 ** -decimals(plusMinus).maximumFractionDigits;
  const after = unit === '' ? '' : ` ${unit}`;
  return {
    value: `${format.format(value)}${after}`,
    plusMinus: `± ${format.format(Math.max(least, plusMinus))}${after}`,
  };
}

function decimals(plusMinus: number) {
  const digits = plusMinus >= 1.95 ? 0 : plusMinus >= 0.095 ? 1 : 2;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** The same value in tenths of its unit: centimetres as millimetres. */
export function inTenths({ value, plusMinus }: Measured<number>): Measured<number> {
  return { value: 10 * value, plusMinus: 10 * plusMinus };
}
