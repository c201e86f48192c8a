import type { Point } from '../pixels/sector.ts';
import type { FindingReading } from './crop-reading.ts';
import { type ModelRead, outputOf } from './model-output.ts';
import { type Evidence, readEvidence, shareInside } from './read-evidence.ts';
import { sigmoid, tensorOf } from './tensor-values.ts';

/** What a model said of each finding, and where it looked. */
export interface FindingsRead {
  readonly readings: readonly FindingReading[];
  /** Null for a model without a map. */
  readonly evidence: Evidence | null;
}

/**
 * Reads the findings of one forward pass: logit over its temperature, then the sigmoid (Guo et al. 2017, "On calibration
 * of modern neural networks", with one temperature a finding). Null for a model that does not screen.
 * `capsule`: the kidney's outline in picture pixels, or null.
 * @throws Failure `model-output`.
 */
export function readFindings(
  read: ModelRead,
  capsule: readonly (readonly Point[])[] | null,
): FindingsRead | null {
  const output = outputOf(read.outputs, 'findings');
  if (output === null) return null;
  const logits = tensorOf(read, output.tensor).values;
  const evidence = readEvidence(read, output.labels);
  const readings = output.labels.map(
    (finding, index): FindingReading => ({
      finding,
      probability: sigmoid((logits[index] ?? Number.NaN) / (output.temperatures[index] ?? 1)),
      threshold: output.thresholds[index] ?? 0.5,
      abstain: output.abstain[index] ?? [0, 1],
      insideShare: evidence && capsule && shareInside(evidence, finding, capsule),
    }),
  );
  return { readings, evidence };
}
