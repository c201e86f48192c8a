import { areasOf, type CardFigure, type FindingsCard } from './card-figures.ts';
import type { FindingReading } from './crop-reading.ts';
import { findings } from './finding.ts';

/** A model whose 95 % interval of the area under the curve reaches below this can't tell a finding. */
export const leastArea = 0.7;

/** What may be said of one finding. */
export type FindingState =
  /** From the threshold's band on, below it, or inside it. */
  | { readonly kind: 'seen' | 'not-seen' | 'unsure' }
  /** The model can't tell by what its card measured: the worst such figure, or null where nothing was measured. */
  | { readonly kind: 'untold'; readonly weakest: CardFigure | null };

/** One finding as it is shown. */
export interface ToldFinding {
  /** With the threshold and the band in force, which may be a person's. */
  readonly reading: FindingReading;
  readonly state: FindingState;
  /** No figure is about real pictures with and without the finding, and this picture is not simulated. */
  readonly isUnprovenHere: boolean;
}

/** What a reading is judged by. */
export interface Grounds {
  readonly card: FindingsCard;
  /** The picture comes from the simulation, so that figures on simulated pictures speak for it. */
  readonly isSimulated: boolean;
  /** Thresholds that a person chose in place of the card's, by finding. */
  readonly chosen: Readonly<Partial<Record<FindingReading['finding'], number>>>;
}

/** Normal or abnormal first, then each finding: seen, not seen, too close to call, or beyond the model. */
export function decide(readings: readonly FindingReading[], grounds: Grounds): readonly ToldFinding[] {
  return readings
    .toSorted((a, b) => findings.indexOf(a.finding) - findings.indexOf(b.finding))
    .map((read) => {
      const reading = withThreshold(read, grounds.chosen[read.finding] ?? read.threshold);
      const areas = areasOf(grounds.card, read.finding);
      return {
        reading,
        state: weigh(reading, areas, grounds),
        isUnprovenHere: !grounds.isSimulated && !areas.some(({ pictures }) => pictures === 'real'),
      };
    });
}

function weigh(
  reading: FindingReading,
  areas: readonly CardFigure[],
  { isSimulated }: Grounds,
): FindingState {
  // A simulated picture is like the simulated sets; any other can only be read worse than they were.
  const [weakest = null] = areas
    .filter(({ pictures }) => !isSimulated || pictures === 'simulated')
    .toSorted((a, b) => a.interval[0] - b.interval[0]);
  if (weakest === null || !(weakest.interval[0] >= leastArea)) return { kind: 'untold', weakest };
  const { probability, threshold, abstain } = reading;
  if (probability >= Math.max(threshold, abstain[1])) return { kind: 'seen' };
  return { kind: probability < Math.min(threshold, abstain[0]) ? 'not-seen' : 'unsure' };
}

/**
 * The reading at another threshold. The band keeps its ends' distances from the threshold in log odds, for what is close
 * to call lies about the threshold, wherever that is.
 */
export function withThreshold(reading: FindingReading, threshold: number): FindingReading {
  if (threshold === reading.threshold) return reading;
  const shift = logOdds(threshold) - logOdds(reading.threshold);
  const moved = (end: number): number =>
    Number.isFinite(shift) ? 1 / (1 + Math.exp(-logOdds(end) - shift)) : threshold;
  const [low, high] = reading.abstain;
  const abstain = [Math.min(threshold, moved(low)), Math.max(threshold, moved(high))] as const;
  return { ...reading, threshold, abstain };
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** What the whole and the parts say against each other, or null where they agree or too little is told. */
export function findContradiction(
  told: readonly ToldFinding[],
): 'part-without-whole' | 'whole-without-part' | null {
  const [whole, ...parts] = told;
  if (whole?.reading.finding !== 'abnormal') return null;
  const isPartSeen = parts.some(({ state }) => state.kind === 'seen');
  if (whole.state.kind === 'not-seen' && isPartSeen) return 'part-without-whole';
  const areAllNotSeen = parts.length > 0 && parts.every(({ state }) => state.kind === 'not-seen');
  return whole.state.kind === 'seen' && areAllNotSeen ? 'whole-without-part' : null;
}
