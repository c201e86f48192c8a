import type { Analysis, Anatomy } from '../analysis.ts';
import { decideVerdict } from './verdict.ts';

/**
 * The outlines that may be shown: none on a picture that is called Wrong, where an outline would contradict the
 * verdict. Undefined for a record that was made without outlining.
 */
export function shownAnatomy(outcome: Analysis['outcome']): Anatomy | null | undefined {
  if (outcome.kind === 'declined') return undefined;
  return decideVerdict(outcome).kind === 'wrong' ? null : outcome.anatomy;
}
