import { formatNumber, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';

/** Numbers of the virtual patient with their units. */
export const unit = {
  centimetres: (value: number): string => say('patient.unit.cm', { value: formatNumber(round(value, 1)) }),
  degrees: (radians: number): string =>
    say('patient.unit.degrees', { value: signed(Math.round((radians * 180) / Math.PI)) }),
  doubledDegrees: (radians: number): string =>
    say('patient.unit.degrees', { value: Math.round((radians * 360) / Math.PI) }),
  doubledCentimetres: (value: number): string => unit.centimetres(2 * value),
  decibels: (value: number): string => say('patient.unit.db', { value: signed(round(value, 1)) }),
  plainDecibels: (value: number): string => say('patient.unit.db', { value: minus(round(value, 1)) }),
  megahertz: (value: number): string => say('patient.unit.mhz', { value: formatNumber(round(value, 1)) }),
  newtons: (value: number): string => say('patient.unit.newtons', { value: formatNumber(round(value, 1)) }),
  times: (value: number): string => say('patient.unit.times', { value: formatNumber(round(value, 1)) }),
  years: (value: number): string => say('patient.unit.years', { value: Math.round(value) }),
  egfr: (value: number): string => say('patient.unit.egfr', { value: Math.round(value) }),
  share: (value: number): string => formatShare(round(value, 2)),
  count: (value: number): string => String(value),
  /** A slide over the skin, and which way. */
  along: (value: number): string => towards(value, say('patient.pad.head'), say('patient.pad.feet')),
  across: (value: number): string => towards(value, say('patient.pad.back'), say('patient.pad.front')),
} as const;

function towards(value: number, negative: string, positive: string): string {
  const length = unit.centimetres(Math.abs(value));
  if (Math.abs(value) < 0.05) return length;
  return say('patient.unit.towards', { length, where: (value < 0 ? negative : positive).toLowerCase() });
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : minus(value);
}

/** With a true minus, as wide as a plus. */
function minus(value: number): string {
  return String(value === 0 ? 0 : value).replace('-', '−');
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
