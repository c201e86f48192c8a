import { formatMeasured, inTenths, type SizeWords } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import type { Measurement, SizeKind } from '../measure/measurement.ts';
import type { Measured } from '../measure/units.ts';

/** What a distance can be laid along; thin layers are read in millimetres. */
export type DistanceKind = Exclude<SizeKind, 'area' | 'perimeter'> | 'other';

/** A measured size as it is read, in the unit that suits its kind. */
export function sizeWords(
  measured: Measured<number>,
  kind: SizeKind | 'other',
  unit: 'cm' | 'px',
): SizeWords {
  if (kind === 'area') return formatMeasured(measured, unit === 'cm' ? 'cm²' : 'px²');
  const isThin = unit === 'cm' && (kind === 'cortex' || kind === 'parenchyma');
  return isThin ? formatMeasured(inTenths(measured), 'mm') : formatMeasured(measured, unit);
}

/** The same, with "at least" where the picture cuts the kidney off. */
export function boundedWords(
  measurement: Measurement,
  kind: SizeKind | 'other',
  unit: 'cm' | 'px',
): SizeWords {
  const words = sizeWords(measurement, kind, unit);
  return measurement.isLowerBound
    ? { ...words, value: say('measured.at-least', { value: words.value }) }
    : words;
}

/** What ± is made of, largest first: "± 0.6 cm holds 95 of 100 cases: 0.5 cm from the outline, …". */
export function partsWords(measurement: Measurement, kind: SizeKind | 'other', unit: 'cm' | 'px'): string {
  const { parts } = measurement;
  const isCaliper = measurement.trace.kind === 'line' && parts.readers === 0;
  const named = [
    ['measured.part.scale', parts.scale],
    [isCaliper ? 'measured.part.marks' : 'measured.part.border', parts.border],
    ['measured.part.readers', parts.readers],
  ] as const;
  const told = named
    .filter(([, share]) => share > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([key, share]) => {
      // Of a part only its size is told, so it is written as a value would be.
      const { value } = sizeWords({ value: share, plusMinus: share }, kind, unit);
      return say(key, { value });
    });
  const { plusMinus } = sizeWords(measurement, kind, unit);
  return say('measured.parts', { plusMinus, parts: told.join(', ') });
}
