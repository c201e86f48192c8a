import type { ScanTruth } from '../../workers/phantom-protocol.ts';
import type { Fault, Verdict } from '../feedback/verdict.ts';

/** The faults in the order in which they are told. */
export const trueFaults: readonly Fault[] = ['position', 'gain', 'artefact'];

/** The verdict that a picture deserves; null where it lies between the limits, so that no label is certain. */
export function trueVerdict({ quality: { labels } }: ScanTruth): Verdict | null {
  if (labels.wrong === true) return { kind: 'wrong' };
  if (labels.optimal === true) return { kind: 'optimal' };
  const [first, ...rest] = trueFaults.filter((fault) => labels[fault] === true);
  return first === undefined ? null : { kind: 'faults', faults: [first, ...rest] };
}
