import type { CropReading } from '../findings/crop-reading.ts';
import type { Call, ReportedFindings, ReportedFunction, ReportedProbability } from './report.ts';
import { toThousandths } from './to-thousandths.ts';

/** What a model of findings said, as a report tells it. */
export function readFindings({
  model,
  novelty,
  readings,
}: NonNullable<CropReading['findings']>): ReportedFindings {
  return {
    model,
    novelty: roundOrNull(novelty),
    readings: readings.map(({ finding, insideShare, ...said }) => ({
      finding,
      ...judge(said),
      insideShare: roundOrNull(insideShare),
    })),
  };
}

/** What a model of function said, as a report tells it. */
export function readFunction(said: NonNullable<CropReading['function']>): ReportedFunction {
  const { model, novelty, egfr, scale, ckd } = said;
  return {
    model,
    novelty: roundOrNull(novelty),
    low: toThousandths(egfr.low),
    high: toThousandths(egfr.high),
    mean: toThousandths(egfr.value),
    scale,
    ckd: ckd && judge(ckd),
  };
}

function judge({ probability, threshold, abstain }: Omit<ReportedProbability, 'call'>): ReportedProbability {
  const call = callOf({ probability, threshold, abstain });
  return {
    probability: toThousandths(probability),
    threshold: toThousandths(threshold),
    abstain: [toThousandths(abstain[0]), toThousandths(abstain[1])],
    call,
  };
}

function callOf({ probability, threshold, abstain }: Omit<ReportedProbability, 'call'>): Call {
  if (probability > abstain[0] && probability < abstain[1]) return 'unclear';
  return probability >= threshold ? 'present' : 'absent';
}

function roundOrNull(value: number | null): number | null {
  return value === null ? null : toThousandths(value);
}
