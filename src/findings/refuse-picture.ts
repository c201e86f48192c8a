import type { Refusal } from '../analysis.ts';
import type { Fault, Verdict } from '../feedback/verdict.ts';

/** Why a picture is not read for findings. */
export type PictureRefusal =
  | { readonly kind: 'declined'; readonly refusal: Refusal }
  | { readonly kind: 'wrong' }
  /** The one refusal that a person may set aside, for teaching. */
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Refuses pictures that are no kidney, or whose quality is faulty; null for one that may be read. */
export function refusePicture(verdict: Verdict): PictureRefusal | null {
  switch (verdict.kind) {
    case 'optimal':
      return null;
    case 'faults':
      return { kind: 'faults', faults: verdict.faults };
    case 'wrong':
      return { kind: 'wrong' };
    case 'declined':
      return { kind: 'declined', refusal: verdict.refusal };
  }
}

/** Whether a model finds a picture unlike those that it learned from, so that what it says is worth nothing. */
export function isUnlikeTraining(novelty: number | null): boolean {
  return novelty !== null && !(novelty <= 1);
}
