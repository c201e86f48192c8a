import { formatProbability } from '../i18n/format.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import {
  bloodMethodWords,
  functionMethodWords,
  noticeWords,
  scaleWords,
  stageWords,
  verdictWords,
} from './describe-report.ts';
import type { Report, ReportedProbability, ReportedSize } from './report.ts';
import {
  answers,
  creatinineCode,
  equationCode,
  methodCodes,
  names,
  ownCode,
  ownNames,
  sideOf,
  sizeCodes,
  unitCode,
} from './sr-codes.ts';
import { type Content, coded, container, number, type Related, text, uid } from './sr-content.ts';

/** The kidney's sizes as a measurement group (template 1501), with ± as upper and lower uncertainty. */
export function sizeGroup({ id, patient, sizes }: Report, trackingUid: string): Content {
  const side = sideOf(patient);
  return container(names.group, [
    ['HAS OBS CONTEXT', text(names.tracking, id)],
    ['HAS OBS CONTEXT', uid(names.trackingUid, trackingUid)],
    ['CONTAINS', coded(names.finding, answers.kidney)],
    [
      'HAS CONCEPT MOD',
      coded(names.site, answers.kidney, side ? [['HAS CONCEPT MOD', coded(names.laterality, side)]] : []),
    ],
    ...sizes.map((size): Related => ['CONTAINS', sizeNumber(size)]),
  ]);
}

function sizeNumber({ kind, value, plusMinus, unit, method, isLowerBound }: ReportedSize): Content {
  const ucum = unitCode(unit);
  const part = (name: typeof names.upper | typeof names.lower): Related => [
    'HAS PROPERTIES',
    number(name, { value: plusMinus, unit: ucum }),
  ];
  return number(sizeCodes[kind], { value, unit: ucum }, [
    ['HAS CONCEPT MOD', coded(names.method, methodCodes[method])],
    part(names.upper),
    part(names.lower),
    ...(isLowerBound ? [['HAS PROPERTIES', text(names.comment, say('sizes.at-least'))] as const] : []),
  ]);
}

/** A blood test and its eGFR as a group of its own; null without one. */
export function bloodGroup({ id, blood }: Report, trackingUid: string): Content | null {
  if (blood === null) return null;
  const { test, result } = blood;
  const { creatinine } = test;
  return container(names.group, [
    ['HAS OBS CONTEXT', text(names.tracking, `${id} ${say('report.blood')}`)],
    ['HAS OBS CONTEXT', uid(names.trackingUid, trackingUid)],
    [
      'CONTAINS',
      number(creatinineCode(creatinine.unit), { value: creatinine.value, unit: unitCode(creatinine.unit) }),
    ],
    ...(result
      ? [
          [
            'CONTAINS',
            number(equationCode(test.equation), { value: result.egfr, unit: unitCode('mL/min/1.73 m²') }, [
              [
                'HAS PROPERTIES',
                text(
                  names.comment,
                  [
                    bloodMethodWords(blood),
                    ...stageWords(result),
                    ...(result.isAtLeast ? [say('report.blood.at-least')] : []),
                  ].join('. '),
                ),
              ],
            ]),
          ] as const,
        ]
      : []),
  ]);
}

/** What is told in words: quality, scale, findings, function, caveats, models, and the notice. */
export function evaluations(report: Report): Related[] {
  const { quality, scale, findings, function: said, caveats, provenance } = report;
  const causes = quality.causes.map(sayPhrase);
  const words: Content[] = [
    text(names.comment, noticeWords()),
    text(ownNames.quality, [verdictWords(quality), ...causes].join('. ')),
    text(ownNames.scale, scaleWords(scale)),
    ...(findings?.readings ?? []).map((reading) =>
      text(
        ownCode(reading.finding.toUpperCase(), say(`finding.${reading.finding}`)),
        probabilityWords(reading),
      ),
    ),
    // In words alone, so that nobody takes it for a laboratory's number.
    ...(said ? [text(ownNames.pictureFunction, `${intervalWords(said)}. ${functionMethodWords(said)}`)] : []),
    ...(said?.ckd ? [text(ownNames.pictureCkd, probabilityWords(said.ckd))] : []),
    ...caveats.map((caveat) => text(names.comment, say(`report.caveat.${caveat}`))),
    ...provenance.models.map((model) => text(ownNames.model, say('report.provenance.model', model))),
  ];
  return words.map((content) => ['CONTAINS', content]);
}

function intervalWords({ low, high }: { readonly low: number; readonly high: number }): string {
  return say('report.function.interval', { low, high });
}

function probabilityWords({ probability, threshold, state }: ReportedProbability): string {
  if (probability === null) return say('report.state.untold');
  const from = say('report.finding.from', { percent: formatProbability(threshold) });
  return `${formatProbability(probability)}, ${say(`report.state.${state}`)} (${from})`;
}
