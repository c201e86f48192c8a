import type { CropReading } from './findings/crop-reading.ts';
import type { Additions } from './history/additions.ts';

/**
 * A record's additions with a new reading; what was said of findings or function round the same axis, and is not said anew,
 * stays. One that says what was said before changes nothing.
 */
export function keepReading(before: Additions, reading: CropReading): Additions {
  const { reading: earlier } = before;
  const isSameCrop = JSON.stringify(earlier?.axis) === JSON.stringify(reading.axis);
  const kept = isSameCrop && earlier ? { ...staying(earlier, reading), ...reading } : reading;
  return earlier && saidIn(earlier) === saidIn(kept) ? before : { ...before, reading: kept };
}

/** Findings stay with the word about the age on which they were read. */
function staying(earlier: CropReading, { findings }: CropReading): Partial<CropReading> {
  const { findings: found, function: estimated, isAgeConfirmed } = earlier;
  return {
    ...(found && { findings: found }),
    ...(estimated && { function: estimated }),
    ...(found && !findings && isAgeConfirmed && { isAgeConfirmed }),
  };
}

/** What does not depend on when and how fast it was made. */
function saidIn({ axis, erased, isAgeConfirmed, findings, function: estimated }: CropReading): string {
  return JSON.stringify([axis, erased, isAgeConfirmed, findings, estimated]);
}
