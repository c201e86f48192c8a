import type { CropReading } from './findings/crop-reading.ts';
import type { Additions } from './history/additions.ts';

/**
 * A record's additions with a new reading; what another model said of function round the same axis stays. One that says
 * what was said before changes nothing.
 */
export function keepReading(before: Additions, reading: CropReading): Additions {
  const { reading: earlier } = before;
  const isSameCrop = JSON.stringify(earlier?.axis) === JSON.stringify(reading.axis);
  const ofFunction = reading.function ?? (isSameCrop ? earlier?.function : undefined);
  const kept = { ...reading, ...(ofFunction && { function: ofFunction }) };
  return earlier && saidIn(earlier) === saidIn(kept) ? before : { ...before, reading: kept };
}

/** What does not depend on when and how fast it was made. */
function saidIn({ axis, erased, isAgeConfirmed, findings, function: estimated }: CropReading): string {
  return JSON.stringify([axis, erased, isAgeConfirmed, findings, estimated]);
}
