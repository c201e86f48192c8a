import type { CropReading, FindingReading } from '../findings/crop-reading.ts';
import { decide, type Grounds } from '../findings/decide.ts';
import { whyNotTold } from '../findings/why-not-told.ts';
import type {
  Report,
  ReportedFindings,
  ReportedFunction,
  ReportedProbability,
  ReportPatient,
} from './report.ts';
import { toThousandths } from './to-thousandths.ts';

/** What the model's card and a person's operating points say of its readings. */
export type FindingGrounds = Pick<Grounds, 'card' | 'chosen'>;

/** What a report knows of who was scanned and of the picture, beside the reading. */
interface Around {
  readonly patient: ReportPatient;
  readonly isSimulated: boolean;
  /** Null where the model is on this device no more. */
  readonly grounds: FindingGrounds | null;
}

/** The findings as the screen of findings would tell them, or why it would not. */
export function readFindings(
  reading: CropReading | undefined,
  { patient, isSimulated, grounds }: Around,
): Pick<Report, 'findings' | 'whyNoFindings'> {
  if (reading?.findings === undefined) return { findings: null, whyNoFindings: null };
  if (grounds === null) return { findings: null, whyNoFindings: 'no-card' };
  const why = whyNotTold(reading, grounds.card, patient.ageYears);
  if (why !== null) return { findings: null, whyNoFindings: why };
  const { model, novelty, readings } = reading.findings;
  const told = decide(readings, { ...grounds, isSimulated });
  return {
    findings: {
      model,
      novelty: roundOrNull(novelty),
      readings: told.map(
        ({ reading: read, state, isUnprovenHere }): ReportedFindings['readings'][number] => ({
          finding: read.finding,
          ...roundReading(read, state.kind),
          insideShare: roundOrNull(read.insideShare),
          isUnproven: isUnprovenHere,
        }),
      ),
    },
    whyNoFindings: null,
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
    ckd: ckd && roundReading(ckd, stateOf(ckd)),
  };
}

type Said = Pick<FindingReading, 'probability' | 'threshold' | 'abstain'>;

function roundReading(
  { probability, threshold, abstain }: Said,
  state: ReportedProbability['state'],
): ReportedProbability {
  return {
    probability: state === 'untold' ? null : toThousandths(probability),
    threshold: toThousandths(threshold),
    abstain: [toThousandths(abstain[0]), toThousandths(abstain[1])],
    state,
  };
}

function stateOf({ probability, threshold, abstain }: Said): 'seen' | 'not-seen' | 'unsure' {
  if (probability >= Math.max(threshold, abstain[1])) return 'seen';
  return probability < Math.min(threshold, abstain[0]) ? 'not-seen' : 'unsure';
}

function roundOrNull(value: number | null): number | null {
  return value === null ? null : toThousandths(value);
}
