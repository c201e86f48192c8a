/** A part stays when its area is at least this share of the largest part's. */
const SHARE_OF_LARGEST = 0.15;

/** A level stretch of marked pixels: `from` … `to − 1` in row `row`; `part` points to a run of the same part. */
interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  part: Run | null;
  area: number;
}

/**
 * Removes, in place, the connected parts of a mask (4 neighbours) that are small beside its largest one: of less than
 * `share` of its area.
 */
export function keepLargeParts(
  mask: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  share = SHARE_OF_LARGEST,
): Uint8Array {
  const runs: Run[] = [];
  let above: Run[] = [];
  for (let row = 0; row < height; row++) {
    const here = runsOf(mask.subarray(row * width, (row + 1) * width), row);
    joinRows(above, here);
    runs.push(...here);
    above = here;
  }
  const largest = runs.reduce((area, run) => Math.max(area, rootOf(run).area), 0);
  for (const run of runs) {
    if (rootOf(run).area >= share * largest) continue;
    mask.fill(0, run.row * width + run.from, run.row * width + run.to);
  }
  return mask;
}

function runsOf(line: Uint8Array, row: number): Run[] {
  const runs: Run[] = [];
  for (let from = line.indexOf(1); from >= 0; ) {
    const end = line.indexOf(0, from);
    const to = end < 0 ? line.length : end;
    runs.push({ row, from, to, part: null, area: to - from });
    from = end < 0 ? -1 : line.indexOf(1, to);
  }
  return runs;
}

/** Joins the runs of two neighbouring rows that touch; both lists run from left to right. */
function joinRows(above: readonly Run[], here: readonly Run[]): void {
  let first = 0;
  for (const run of here) {
    while (first < above.length && (above[first]?.to ?? 0) <= run.from) first++;
    for (let i = first; i < above.length; i++) {
      const other = above[i];
      if (!other || other.from >= run.to) break;
      join(rootOf(other), rootOf(run));
    }
  }
}

function join(kept: Run, joined: Run): void {
  if (kept === joined) return;
  joined.part = kept;
  kept.area += joined.area;
}

function rootOf(run: Run): Run {
  let root = run;
  while (root.part) root = root.part;
  if (run !== root) run.part = root;
  return root;
}
