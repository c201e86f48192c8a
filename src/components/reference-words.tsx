import type { VNode } from 'preact';
import { formatMeasured, inTenths } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import type { SizeKind } from '../measure/measurement.ts';
import {
  lengthReference,
  type Reference,
  type ReferencePerson,
  thicknessReference,
} from '../measure/reference-range.ts';
import type { Measured } from '../measure/units.ts';

interface ReferenceWordsProps {
  readonly reference: Reference<number>;
  readonly measured: Measured<number> & { readonly isLowerBound: boolean };
  /** The unit in which the range is read; the range itself is in centimetres or millilitres. */
  readonly unit: 'cm' | 'mm' | 'ml';
}

/** Where a value lies in its reference range, and where that comes from; or what is missing to say it. */
export function ReferenceWords({ reference, measured, unit }: ReferenceWordsProps): VNode {
  if (reference.kind === 'none') return <p>{say(`reference.none.${reference.why}`)}</p>;
  const { low, high, source } = reference.range;
  const range = `${write(low, unit).replace(/ .*/, '')}–${write(high, unit)}`;
  return (
    <>
      <p>{say(`reference.${placeOf(measured, reference.range)}`, { range })}</p>
      <p>
        {say(`reference.${source}`)}: {say(`reference.${source}.whom`)}.
      </p>
    </>
  );
}

/** The reference range of a size, for who was scanned; null for sizes that have none. */
export function sizeReference(kind: SizeKind | 'other', person: ReferencePerson): Reference | null {
  if (kind === 'length') return lengthReference(person);
  return kind === 'cortex' || kind === 'parenchyma' ? thicknessReference(kind, person) : null;
}

function placeOf(
  { value, plusMinus, isLowerBound }: ReferenceWordsProps['measured'],
  { low, high }: { readonly low: number; readonly high: number },
): 'inside' | 'below' | 'above' | 'open' | 'near' {
  if (value > high) return value - plusMinus > high ? 'above' : 'near';
  if (isLowerBound) return 'open';
  if (value < low) return value + plusMinus < low ? 'below' : 'near';
  return 'inside';
}

/** Ranges are told as sizes are: tenths of a centimetre, whole millimetres and millilitres. */
function write(value: number, unit: ReferenceWordsProps['unit']): string {
  const measured = { value, plusMinus: unit === 'ml' ? 2 : 0.2 };
  return formatMeasured(unit === 'mm' ? inTenths(measured) : measured, unit).value;
}
