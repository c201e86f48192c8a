import type { Analysis } from '../analysis.ts';
import { advise } from '../feedback/advise.ts';
import type { Verdict } from '../feedback/verdict.ts';
import type { CropReading } from '../findings/crop-reading.ts';
import { assessBlood } from '../kidney-function/assess-blood.ts';
import type { BloodTest } from '../kidney-function/blood-test.ts';
import {
  type MeasurableRecord,
  type MeasuredPicture,
  measureExamination,
} from '../measure/measure-examination.ts';
import type { KidneyView, PurposedLine } from '../measure/pair-volume.ts';
import type { Size } from '../measure/picture-scale.ts';
import { findCaveats } from './find-caveats.ts';
import { type FindingGrounds, readFindings, readFunction } from './read-reading.ts';
import {
  type Report,
  type ReportedBlood,
  type ReportPart,
  type ReportPatient,
  reportParts,
} from './report.ts';
import { reportSizes } from './report-sizes.ts';
import { toThousandths } from './to-thousandths.ts';

/** What a record must say to be reported; an `Examination` does. */
export interface ReportableRecord extends MeasurableRecord {
  readonly id: string;
  readonly analysedAt: number;
  readonly origin: string;
  readonly verdict: Verdict;
  readonly analysis: Analysis;
  readonly additions?: MeasurableRecord['additions'] & {
    readonly calipers?: readonly PurposedLine[];
    readonly patient?: ReportPatient;
    readonly reading?: CropReading;
    readonly blood?: BloodTest;
  };
  readonly appVersion: string;
}

/** What a report needs beside the record. */
export interface ReportSources {
  /** The size of the record's picture as opened, in pixels. */
  readonly opened: Size;
  /** The other view of the same kidney, measured; null without one. */
  readonly partner: KidneyView | null;
  /** What the model of findings is judged by; null where it is on this device no more, or nothing was read. */
  readonly grounds: FindingGrounds | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Tells one record as a report. */
export function makeReport(record: ReportableRecord, sources: ReportSources): Report {
  const { analysis, additions = {} } = record;
  const measured = measureExamination(record, sources.opened);
  const { reading, patient = {} } = additions;
  const { doubt, causes } = advise(analysis, record.verdict);
  const told = {
    id: record.id,
    madeAt: sources.now,
    picture: {
      analysedAt: record.analysedAt,
      origin: record.origin,
      width: analysis.width,
      height: analysis.height,
    },
    patient,
    quality: { verdict: record.verdict, doubt, causes },
    scale: scaleOf(measured),
    sizes: reportSizes({ measured, calipers: additions.calipers ?? [], partner: sources.partner }, patient),
    whyNoSizes: measured.kidney.kind === 'none' ? measured.kidney.why : null,
    crop: reading ? { axisFrom: reading.axis.from, erased: reading.erased } : null,
    ...readFindings(reading, { patient, isSimulated: record.origin === 'sample', grounds: sources.grounds }),
    function: reading?.function ? readFunction(reading.function) : null,
    blood: bloodOf(additions.blood, patient),
    provenance: provenanceOf(record),
  };
  return { ...told, caveats: findCaveats(told), missing: missingOf(told) };
}

function scaleOf({ chosen, scale }: MeasuredPicture): Report['scale'] {
  const { calibration, why } = chosen;
  if (calibration === null) return { source: null, why };
  // A standard uncertainty is told as what holds in 95 of 100 cases, as every other ±.
  return { source: calibration.source, plusMinusShare: toThousandths(1.96 * scale.uncertainty) };
}

function bloodOf(test: BloodTest | undefined, patient: ReportPatient): ReportedBlood | null {
  if (test === undefined) return null;
  const assessed = assessBlood(test, patient);
  if (assessed.kind === 'none') return { test, result: null };
  const { egfr, isReportedFrom60, stages, albumin, sign } = assessed;
  const isAtLeast = isReportedFrom60;
  return { test, result: { egfr: isAtLeast ? 60 : toThousandths(egfr), isAtLeast, stages, albumin, sign } };
}

function provenanceOf({ analysis, additions, appVersion }: ReportableRecord): Report['provenance'] {
  const { model, backend, selfTest } = analysis;
  const { findings, function: kidneyFunction } = additions?.reading ?? {};
  return {
    appVersion,
    backend,
    selfTest,
    models: [
      { job: 'quality', ...model },
      ...(findings ? [{ job: 'findings', ...findings.model } as const] : []),
      ...(kidneyFunction ? [{ job: 'function', ...kidneyFunction.model } as const] : []),
    ],
  };
}

function missingOf(report: Omit<Report, 'caveats' | 'missing'>): ReportPart[] {
  const isMissing: Readonly<Record<ReportPart, boolean>> = {
    scale: report.scale.source === null,
    volume: !report.sizes.some(({ kind }) => kind === 'volume'),
    findings: report.findings === null,
    function: report.function === null,
    blood: report.blood?.result == null,
    patient: Object.keys(report.patient).length === 0,
  };
  return reportParts.filter((part) => isMissing[part]);
}
