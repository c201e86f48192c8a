import type { Verdict } from './verdict.ts';

/** A stretch of a clip in which the verdict stays the same. */
export interface VerdictSpan {
  readonly verdict: Verdict;
  readonly fromMs: number;
  /** When the last of its moments is shown. */
  readonly toMs: number;
}

/** Joins neighbouring moments of one verdict, whatever the order of its faults. */
export function joinSpans(
  moments: readonly { readonly atMs: number; readonly verdict: Verdict }[],
): readonly VerdictSpan[] {
  const spans: VerdictSpan[] = [];
  for (const { atMs, verdict } of moments) {
    const last = spans.at(-1);
    if (last && keyOf(last.verdict) === keyOf(verdict)) spans[spans.length - 1] = { ...last, toMs: atMs };
    else spans.push({ verdict, fromMs: atMs, toMs: atMs });
  }
  return spans;
}

function keyOf(verdict: Verdict): string {
  return verdict.kind === 'faults' ? verdict.faults.toSorted().join(' ') : verdict.kind;
}
