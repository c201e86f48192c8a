import type { CropReading } from '../../src/findings/crop-reading.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { findings } from '../../src/findings/finding.ts';
import { areaUnder, type Judged } from '../../src/findings/roc.ts';
import { correlation } from '../../test/fixtures/statistics.ts';
import type { KnownPicture } from './evaluated-pictures.ts';

/** A picture that the app read. */
export interface ReadPicture {
  readonly known: KnownPicture;
  readonly reading: CropReading;
}

/** A figure as the app gives it, and on how many pictures. */
export interface Reproduced {
  readonly value: number;
  readonly n: number;
}

/** What a figure of a card is about; `subject` a finding, `function`, `chronic-kidney-disease` or `novelty`. */
interface Wanted {
  readonly subject: string;
  readonly metric: string;
}

/** The figure of a card that `metric` names; null for one that is not known here. */
export function reproduceFigure(
  pictures: readonly ReadPicture[],
  { subject, metric }: Wanted,
): Reproduced | null {
  if (subject === 'function') return functionFigure(pictures, metric);
  if (subject === 'novelty') {
    return metric === 'share refused' ? shareOf(pictures, ({ reading }) => noveltyOf(reading) > 1) : null;
  }
  const said = subject === 'chronic-kidney-disease' ? kidneyDisease(pictures) : findingOf(pictures, subject);
  return said && decisionFigure(said, metric);
}

/** Probability against truth, and the card's threshold. */
interface Said {
  readonly judged: readonly Judged[];
  readonly threshold: number;
}

/** eGFR below which kidney disease is taken for chronic, mL/min/1.73 m²; as in training/kidney_crop/trees.py. */
const chronicBelow = 60;

function findingOf(pictures: readonly ReadPicture[], subject: string): Said | null {
  const finding = findings.find((one): one is Finding => one === subject);
  if (finding === undefined) return null;
  const said = pictures.flatMap(({ known, reading }) => {
    const holds = known.truths[finding];
    const one = reading.findings?.readings.find((other) => other.finding === finding);
    return holds === undefined || one === undefined ? [] : [{ ...one, holds }];
  });
  return { judged: said, threshold: said[0]?.threshold ?? Number.NaN };
}

function kidneyDisease(pictures: readonly ReadPicture[]): Said {
  const said = pictures.flatMap(({ known: { egfr }, reading }) => {
    const ckd = reading.function?.ckd;
    return egfr === null || !ckd ? [] : [{ ...ckd, holds: egfr < chronicBelow }];
  });
  return { judged: said, threshold: said[0]?.threshold ?? Number.NaN };
}

function decisionFigure({ judged, threshold }: Said, metric: string): Reproduced | null {
  const n = judged.length;
  const isCalled = ({ probability }: Judged) => probability > threshold;
  const right = (holds: boolean) =>
    shareOf(
      judged.filter((one) => one.holds === holds),
      (one) => isCalled(one) === holds,
    );
  if (metric === 'AUC') return { value: areaUnder(judged)?.value ?? Number.NaN, n };
  if (metric === 'sensitivity at the threshold') return { ...right(true), n };
  if (metric === 'specificity at the threshold') return { ...right(false), n };
  if (metric === 'accuracy at the threshold') return shareOf(judged, (one) => isCalled(one) === one.holds);
  return metric.startsWith('share called ') ? shareOf(judged, isCalled) : null;
}

function functionFigure(pictures: readonly ReadPicture[], metric: string): Reproduced | null {
  const known = pictures.flatMap(({ known: { egfr: truth }, reading }) => {
    const read = reading.function?.egfr;
    // The half width upwards: the app's interval does not reach below 0, the card's width does.
    return truth === null || !read ? [] : [{ truth, value: read.value, half: read.high - read.value }];
  });
  const n = known.length;
  const error = ({ truth, value }: (typeof known)[number]) => Math.abs(value - truth);
  if (metric === 'Pearson r') {
    return {
      value: correlation(
        known.map(({ value }) => value),
        known.map(({ truth }) => truth),
      ),
      n,
    };
  }
  if (metric.startsWith('mean absolute error')) return { value: mean(known.map(error)), n };
  if (metric.startsWith('mean width')) return { value: mean(known.map(({ half }) => 2 * half)), n };
  return metric.startsWith('share of truths') ? shareOf(known, (one) => error(one) < one.half) : null;
}

function shareOf<T>(all: readonly T[], holds: (one: T) => boolean): Reproduced {
  return { value: all.filter(holds).length / all.length, n: all.length };
}

function noveltyOf(reading: CropReading): number {
  return reading.findings?.novelty ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
