import { measureCaliper } from '../measure/measure-caliper.ts';
import type { MeasuredPicture } from '../measure/measure-examination.ts';
import type { Measurement, SizeKind } from '../measure/measurement.ts';
import { type KidneyView, type PurposedLine, pairVolume } from '../measure/pair-volume.ts';
import {
  lengthReference,
  type Reference,
  type ReferencePerson,
  thicknessReference,
  volumeReference,
} from '../measure/reference-range.ts';
import type { ReportedSize, SizeMethod } from './report.ts';
import { toThousandths } from './to-thousandths.ts';

interface MeasuredKidney {
  readonly measured: MeasuredPicture;
  readonly calipers: readonly PurposedLine[];
  readonly partner: KidneyView | null;
}

const kinds = ['length', 'width', 'area', 'perimeter', 'cortex', 'parenchyma'] as const;

/** Every size of a record: the outline's, each caliper after the size it was laid along, and the volume. */
export function reportSizes(kidney: MeasuredKidney, person: ReferencePerson): ReportedSize[] {
  const { measured, calipers, partner } = kidney;
  const { unit } = measured.scale;
  const sizes = measured.kidney.kind === 'measured' ? measured.kidney.sizes : null;
  const tell = (kind: SizeKind | 'distance', size: Measurement, method: SizeMethod): ReportedSize => ({
    ...rounded(size),
    kind,
    unit: kind === 'area' ? `${unit}²` : unit,
    isLowerBound: size.isLowerBound,
    method,
    reference: unit === 'cm' ? rangeOf(sizeReference(kind, person)) : null,
  });
  const laid = (purpose: PurposedLine['purpose'], kind: SizeKind | 'distance'): ReportedSize[] =>
    calipers
      .filter((caliper) => caliper.purpose === purpose)
      .map((caliper) => tell(kind, measureCaliper(caliper, measured.scale), 'caliper'));
  return [
    ...kinds.flatMap((kind) => {
      const size = sizes?.[kind];
      const outlined = size ? [tell(kind, size, size.isByHand ? 'edited-outline' : 'outline')] : [];
      return kind === 'area' || kind === 'perimeter' ? outlined : [...outlined, ...laid(kind, kind)];
    }),
    ...laid('other', 'distance'),
    ...volumeOf({ measured, calipers }, partner, person),
  ];
}

function volumeOf(here: KidneyView, partner: KidneyView | null, person: ReferencePerson): ReportedSize[] {
  const pair = partner && pairVolume(here, partner);
  if (pair?.kind !== 'measured') return [];
  const { volume } = pair;
  return [
    {
      ...rounded(volume),
      kind: 'volume',
      unit: 'ml',
      isLowerBound: volume.isLowerBound,
      method: 'two-views',
      reference: rangeOf(volumeReference(person)),
    },
  ];
}

function sizeReference(kind: SizeKind | 'distance', person: ReferencePerson): Reference | null {
  if (kind === 'length') return lengthReference(person);
  return kind === 'cortex' || kind === 'parenchyma' ? thicknessReference(kind, person) : null;
}

function rangeOf(reference: Reference<number> | null): ReportedSize['reference'] {
  if (reference?.kind !== 'range') return null;
  const { low, high, source } = reference.range;
  return { low: toThousandths(low), high: toThousandths(high), source };
}

function rounded({ value, plusMinus }: Pick<ReportedSize, 'value' | 'plusMinus'>) {
  return { value: toThousandths(value), plusMinus: toThousandths(plusMinus) };
}
