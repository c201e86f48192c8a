import type { VNode } from 'preact';
import { formatMeasured, inTenths } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import type { Measurement, SizeKind } from '../measure/measurement.ts';
import {
  lengthReference,
  type Reference,
  type ReferencePerson,
  thicknessReference,
} from '../measure/reference-range.ts';

interface ReferenceWordsProps {
  readonly kind: SizeKind | 'other';
  readonly measurement: Measurement;
  readonly person: ReferencePerson;
}

/** Where a value lies in its reference range, and where that comes from; or what is missing to say it. */
export function ReferenceWords({ kind, measurement, person }: ReferenceWordsProps): VNode | null {
  const reference = referenceOf(kind, person);
  if (reference === null) return null;
  if (reference.kind === 'none') return <p>{say(`reference.none.${reference.why}`)}</p>;
  const { low, high, source } = reference.range;
  return (
    <>
      <p>
        {say(`reference.${placeOf(measurement, reference.range)}`, { range: rangeWords(kind, low, high) })}
      </p>
      <p>
        {say(`reference.${source}`)}: {say(`reference.${source}.whom`)}.
      </p>
    </>
  );
}

function referenceOf(kind: SizeKind | 'other', person: ReferencePerson): Reference | null {
  if (kind === 'length') return lengthReference(person);
  return kind === 'cortex' || kind === 'parenchyma' ? thicknessReference(kind, person) : null;
}

function placeOf(
  { value, plusMinus, isLowerBound }: Measurement,
  { low, high }: { readonly low: number; readonly high: number },
): 'inside' | 'below' | 'above' | 'open' | 'near' {
  if (value > high) return value - plusMinus > high ? 'above' : 'near';
  if (isLowerBound) return 'open';
  if (value < low) return value + plusMinus < low ? 'below' : 'near';
  return 'inside';
}

function rangeWords(kind: SizeKind | 'other', low: number, high: number): string {
  const isThin = kind !== 'length';
  const write = (value: number): string => {
    const measured = { value, plusMinus: 0.1 };
    return isThin
      ? formatMeasured({ ...inTenths(measured), plusMinus: 2 }, 'mm').value
      : formatMeasured(measured, 'cm').value;
  };
  return `${write(low).replace(/ .*/, '')}–${write(high)}`;
}
