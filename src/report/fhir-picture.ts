import { say } from '../i18n/say.ts';
import { functionMethodWords, sizeMethodWords, sizeTitle, verdictWords } from './describe-report.ts';
import { kidneyOf, ownCode, type Quantity, quantity, type ReportUnit } from './fhir-codes.ts';
import type { Part, Said } from './fhir-observation.ts';
import type { Report, ReportedFunction, ReportedProbability, ReportedSize } from './report.ts';
import { toThousandths } from './to-thousandths.ts';

type Found = Omit<Said, 'category' | 'bodySite' | 'effective'>;

/** What a report says of the picture, as observations: none of them has a laboratory's code. */
export function pictureObservations(report: Report): Said[] {
  const found = [
    qualityOf(report),
    ...report.sizes.map((size, index) => sizeOf(report, size, `size ${index}`)),
    ...findingsOf(report),
    ...(report.function ? functionOf(report.function) : []),
  ];
  return found.map((one) => ({
    ...one,
    category: 'imaging',
    bodySite: kidneyOf(report.patient),
    effective: new Date(report.picture.analysedAt).toISOString(),
  }));
}

function qualityOf({ quality }: Report): Found {
  return {
    name: 'quality',
    by: 'quality',
    code: ownCode('picture-quality', say('report.quality')),
    value: { valueString: verdictWords(quality) },
    method: say('report.method.quality'),
  };
}

function sizeOf({ scale, sizes }: Report, size: ReportedSize, name: string): Found {
  const { kind, value, plusMinus, unit, isLowerBound, reference } = size;
  const measured = quantity(value, unit);
  return {
    name,
    by: 'app',
    code: ownCode(`kidney-${kind}`, sizeTitle(kind)),
    value: { valueQuantity: isLowerBound ? { ...measured, comparator: '>=' } : measured },
    method: sizeMethodWords(size, scale),
    parts: [end('low', value - plusMinus, unit), end('high', value + plusMinus, unit)],
    ...(reference && { range: rangeOf(reference, unit) }),
    // The other picture's diameters are in that record's own report.
    ...(kind === 'volume' && { from: diametersOf(sizes) }),
  };
}

function diametersOf(sizes: readonly ReportedSize[]): string[] {
  return sizes.flatMap(({ kind }, index) => (kind === 'length' || kind === 'width' ? [`size ${index}`] : []));
}

function end(which: 'low' | 'high', value: number, unit: ReportUnit): Part {
  const code = ownCode(`interval-95-${which}`, `95 % interval, ${which} end`);
  return { code, valueQuantity: quantity(toThousandths(value), unit) };
}

function rangeOf({ low, high, source }: NonNullable<ReportedSize['reference']>, unit: ReportUnit) {
  const text = `${say(`reference.${source}`)}: ${say(`reference.${source}.whom`)}`;
  return { low: quantity(low, unit), high: quantity(high, unit), text };
}

function findingsOf({ findings }: Report): Found[] {
  const readings = findings?.readings ?? [];
  return readings.map((reading) => ({
    name: reading.finding,
    by: 'findings',
    // A model's probability of a finding is not the finding: it has no code of a terminology.
    code: ownCode(
      `probability-${reading.finding}`,
      `${say(`finding.${reading.finding}`)}, probability by a model`,
    ),
    method: say('report.caveat.screening'),
    ...probabilityOf(reading),
  }));
}

function functionOf(said: ReportedFunction): Found[] {
  const shared = { by: 'function', method: functionMethodWords(said) } as const;
  const in173 = (value: number): Quantity => quantity(value, 'mL/min/1.73 m²');
  const egfr: Found = {
    ...shared,
    name: 'picture-egfr',
    code: ownCode('picture-egfr', 'Glomerular filtration rate read off a picture by a model, research only'),
    value: { valueRange: { low: in173(said.low), high: in173(said.high) } },
  };
  if (said.ckd === null) return [egfr];
  const code = ownCode(
    'probability-picture-ckd',
    'Chronic kidney disease, probability by a model off a picture',
  );
  return [egfr, { ...shared, name: 'picture-ckd', code, ...probabilityOf(said.ckd) }];
}

/** A model that can't tell gives no value (http://terminology.hl7.org/CodeSystem/data-absent-reason). */
const absent: Found['value'] = {
  dataAbsentReason: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
        code: 'unknown',
        display: 'Unknown',
      },
    ],
    text: say('report.state.untold'),
  },
};

function probabilityOf({
  probability,
  threshold,
  abstain,
  state,
}: ReportedProbability): Pick<Found, 'value' | 'interpretation' | 'parts'> {
  const part = (code: string, display: string, value: number): Part => ({
    code: ownCode(code, display),
    valueQuantity: quantity(value, 'probability'),
  });
  return {
    value: probability === null ? absent : { valueQuantity: quantity(probability, 'probability') },
    interpretation: [say(`report.state.${state}`)],
    parts: [
      part('threshold', 'Operating point', threshold),
      part('abstain-low', 'Too close to call from', abstain[0]),
      part('abstain-high', 'Too close to call to', abstain[1]),
    ],
  };
}
