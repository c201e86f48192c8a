import { formatMeasured } from '../i18n/format-measure.ts';
import { type MessageKey, say } from '../i18n/say.ts';
import type { Change, Measure, TrendPoint } from '../trend/change.ts';
import type { Side } from '../trend/kidney-trend.ts';

const units = { length: 'cm', volume: 'ml', picture: 'egfr', blood: 'egfr' } as const;

/** For each measure what is said of a value that grew, and of one that fell. */
const directions = {
  length: ['trend.longer', 'trend.shorter'],
  volume: ['trend.larger', 'trend.smaller'],
  picture: ['trend.higher', 'trend.lower'],
  blood: ['trend.higher', 'trend.lower'],
} as const;

/** A number of a measure as a chart shows it, without unit, with no more digits than its error bears. */
export function numberWords({ value, low, high, isLowerBound }: TrendPoint): string {
  const words = formatMeasured({ value, plusMinus: (high - low) / 2 }, '').value;
  return isLowerBound ? say('trend.at-least', { value: words }) : words;
}

/** A value with its error and unit. */
export function valueWords(measure: Measure, point: TrendPoint): string {
  return withUnit(measure, errorWords(measure, point));
}

/** A value with its error, without unit: ± for sizes, the ends of the interval for kidney function. */
export function errorWords(measure: Measure, point: TrendPoint): string {
  const number = numberWords(point);
  const { low, high } = point;
  if (measure === 'length' || measure === 'volume') {
    return `${number} ${formatMeasured({ value: 0, plusMinus: (high - low) / 2 }, '').plusMinus}`;
  }
  return `${number} (${say('trend.interval', { low: Math.round(low), high: Math.round(high) })})`;
}

function withUnit(measure: Measure, value: string): string {
  return say(`trend.unit.${units[measure]}`, { value });
}

/** The unit of a measure by itself. */
export function unitWords(measure: Measure): string {
  return withUnit(measure, '').trim();
}

/** What became of a value, in words. */
export function changeWords(measure: Measure, change: Change): string {
  if (change.kind === 'none') return say(measure === 'blood' ? 'trend.none.blood' : 'trend.none');
  if (change.kind === 'unknown') return say(`trend.unknown.${change.why}`);
  const { by, plusMinus, isAtLeast } = change;
  const size = Math.abs(by);
  const bears = plusMinus ?? Math.max(2, size);
  const words = formatMeasured({ value: size, plusMinus: bears }, '');
  const amount = withUnit(measure, plusMinus === null ? words.value : `${words.value} ${words.plusMinus}`);
  const key: MessageKey = directions[measure][by > 0 ? 0 : 1];
  return say(key, { by: isAtLeast ? say('trend.by-at-least', { by: amount }) : amount });
}

/** The name of a kidney. */
export function sideWords(side: Side): string {
  return say(`trend.side.${side ?? 'unknown'}`);
}
