import type { Interval } from '../evaluation/bootstrap.ts';
import type { Measure, ReaderAgreement } from '../evaluation/compare-readers.ts';
import { say } from '../i18n/say.ts';

type Unit = ReaderAgreement['unit'];

/** How readers are called in tables: A, B, C. */
export function letterOf(reader: number): string {
  return String.fromCharCode(65 + reader);
}

/** "A–B". */
export function pairName([first, second]: readonly [number, number]): string {
  return `${letterOf(first)}–${letterOf(second)}`;
}

/** A figure with as many digits as it deserves and its unit. */
export function formatFigure(measure: Measure, value: number, unit: Unit): string {
  return `${digits(measure, value, unit)}${unitOf(measure, unit)}`;
}

/** The ends of an interval in the digits of its figure. */
export function formatInterval(measure: Measure, [low, high]: Interval, unit: Unit): string {
  return say('agreement.interval', { low: digits(measure, low, unit), high: digits(measure, high, unit) });
}

function digits(measure: Measure, value: number, unit: Unit): string {
  switch (measure) {
    case 'dice':
    case 'jaccard':
      return value.toFixed(3);
    case 'hausdorff':
    case 'hausdorff95':
      return value.toFixed(unit === 'cm' ? 2 : 1);
    case 'lengthDifference':
      return signed(value, unit === 'cm' ? 2 : 1);
    case 'areaDifference':
      return signed(value, unit === 'cm' ? 2 : 0);
    case 'areaShare':
      return signed(100 * value, 1);
  }
}

/** With a true minus, and no sign before a nought. */
function signed(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** With a space that no line breaks at. */
function unitOf(measure: Measure, unit: Unit): string {
  if (measure === 'dice' || measure === 'jaccard') return '';
  if (measure === 'areaShare') return '\u00a0%';
  return `\u00a0${unit}${measure === 'areaDifference' ? '²' : ''}`;
}
