import { byteOrderMark, type Cell, csvLineOf } from '../csv-line.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import {
  bloodMethodWords,
  functionMethodWords,
  noticeWords,
  scaleWords,
  sizeMethodWords,
  verdictWords,
} from './describe-report.ts';
import type { Report, ReportedProbability } from './report.ts';
import { toThousandths } from './to-thousandths.ts';

/** One value, and where the truth lies in 95 of 100 cases (90 for a function read off a picture). */
interface Row {
  readonly item: string;
  readonly value: Cell;
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
  readonly method?: string;
}

const columns = ['item', 'value', 'unit', 'low', 'high', 'method'] as const;

/** A report as a table, one value a line (RFC 4180), safe to open in a spreadsheet; the notice comes first. */
export function writeCsv(report: Report): string {
  const rows = [
    ...headRows(report),
    ...sizeRows(report),
    ...findingRows(report),
    ...functionRows(report),
    ...bloodRows(report),
    ...provenanceRows(report),
  ];
  return (
    byteOrderMark +
    csvLineOf(columns) +
    rows.map((row) => csvLineOf(columns.map((column) => row[column] ?? null))).join('')
  );
}

function headRows({ id, madeAt, picture, patient, quality, scale }: Report): Row[] {
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return [
    { item: 'notice', value: noticeWords() },
    { item: 'record', value: id },
    { item: 'report_made', value: at(madeAt) },
    { item: 'picture_analysed', value: at(picture.analysedAt) },
    { item: 'picture_origin', value: picture.origin },
    ...Object.entries(patient).map(([key, value]) => ({ item: `patient_${key}`, value })),
    { item: 'verdict', value: verdictWords(quality) },
    ...quality.causes.map((cause) => ({ item: 'cause', value: sayPhrase(cause) })),
    { item: 'scale', value: scale.source, method: scaleWords(scale) },
  ];
}

function sizeRows({ sizes, scale }: Report): Row[] {
  return sizes.flatMap((size): Row[] => {
    const { kind, value, plusMinus, unit, isLowerBound, reference: usual } = size;
    return [
      {
        item: isLowerBound ? `${kind}_at_least` : kind,
        value,
        unit,
        low: toThousandths(value - plusMinus),
        high: toThousandths(value + plusMinus),
        method: sizeMethodWords(size, scale),
      },
      ...(usual
        ? [
            {
              item: `${kind}_reference`,
              value: null,
              unit,
              low: usual.low,
              high: usual.high,
              method: usual.source,
            },
          ]
        : []),
    ];
  });
}

function findingRows({ findings }: Report): Row[] {
  if (findings === null) return [];
  const { model, readings } = findings;
  const method = `${model.name} ${model.version}`;
  return readings.flatMap((reading) => probabilityRows(`finding_${reading.finding}`, reading, method));
}

/** The probability, what it was called, the operating point, and the band in which nothing is called. */
function probabilityRows(item: string, said: ReportedProbability, method: string): Row[] {
  const [low, high] = said.abstain;
  return [
    { item, value: said.probability, unit: '1', method },
    { item: `${item}_state`, value: said.state, method },
    { item: `${item}_threshold`, value: said.threshold, unit: '1', method },
    { item: `${item}_too_close`, value: null, unit: '1', low, high, method },
  ];
}

function functionRows({ function: said }: Report): Row[] {
  if (said === null) return [];
  const method = functionMethodWords(said);
  const { low, high } = said;
  return [
    // No value of its own: without its interval it says nothing.
    { item: 'picture_egfr', value: null, unit: 'ml/min/1.73 m²', low, high, method },
    ...(said.ckd ? probabilityRows('picture_ckd', said.ckd, method) : []),
  ];
}

function bloodRows({ blood }: Report): Row[] {
  if (blood === null) return [];
  const { test, result } = blood;
  const method = bloodMethodWords(blood);
  return [
    { item: 'creatinine', ...test.creatinine },
    ...(test.albumin ? [{ item: 'albumin_creatinine_ratio', ...test.albumin }] : []),
    ...(test.takenOn ? [{ item: 'blood_taken', value: test.takenOn }] : []),
    ...(result
      ? [
          {
            item: result.isAtLeast ? 'egfr_at_least' : 'egfr',
            value: result.egfr,
            unit: 'ml/min/1.73 m²',
            method,
          },
          { item: 'kdigo_g', value: result.stages.join(' or '), method },
          { item: 'kdigo_a', value: result.albumin, method },
        ]
      : []),
  ];
}

function provenanceRows({ caveats, provenance }: Report): Row[] {
  const { appVersion, backend, selfTest, models } = provenance;
  return [
    ...caveats.map((caveat) => ({ item: 'caveat', value: say(`report.caveat.${caveat}`) })),
    { item: 'app_version', value: appVersion },
    { item: 'backend', value: backend },
    { item: 'self_test_passed', value: selfTest.passed },
    ...models.map(({ job, name, version, sha256 }) => ({
      item: `model_${job}`,
      value: `${name} ${version}`,
      method: `SHA-256 ${sha256}`,
    })),
  ];
}
