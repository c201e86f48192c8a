import type { ShadowBand } from './meters.ts';
import type { BeamMap } from './sample-beams.ts';

/** A cell is dark below this share of what most beams show at its depth. */
const DARK_SHARE = 0.45;
/** What most beams show: this quantile of the cells at one depth, so that shadows may cover over half of them. */
const REFERENCE_QUANTILE = 0.75;
/** Where even that is below this grey level, the depth is lost for all beams and says nothing. */
const LEAST_REFERENCE = 12;
/** From its start to the far field a shadow is dark in at least this share of the cells. */
const LEAST_DARK = 0.85;
/** A shadow runs over at least this share of its beam, and these many neighbouring beams. */
const LEAST_LENGTH = 0.25;
const LEAST_BEAMS = 2;

/** Where the picture is in shadow. */
export interface ShadowReading {
  readonly shadowShare: number;
  readonly shadows: readonly ShadowBand[];
}

/**
 * Finds acoustic shadows: beams that, from some depth down to the far field, are dark beside the other beams at
 * the same depth. A far field that is dark in all beams is gain, and a dark patch with echoes behind it is fluid;
 * neither counts.
 */
export function findShadows(map: BeamMap): ShadowReading {
  const references = Array.from({ length: map.depths }, (_, depth) => referenceAt(map, depth));
  const starts = Array.from({ length: map.beams }, (_, beam) => shadowStart(map, beam, references));
  closeGaps(starts);
  const shadows = bandsOf(starts, map);
  return { shadowShare: shareOf(starts, map), shadows };
}

/** The reference quantile of the cells at one depth, to a whole grey level. */
function referenceAt({ beams, grey }: BeamMap, depth: number): number {
  const counts = new Uint8Array(256);
  let cells = 0;
  for (let cell = depth * beams; cell < (depth + 1) * beams; cell++) {
    const value = grey[cell] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    counts[Math.round(value)] = (counts[Math.round(value)] ?? 0) + 1;
    cells++;
  }
  let above = cells - Math.floor(REFERENCE_QUANTILE * cells);
  for (let level = 255; level > 0; level--) {
    above -= counts[level] ?? 0;
    if (above <= 0) return level;
  }
  return 0;
}

/** The depth index at which a beam's shadow starts; infinite where it has none. */
function shadowStart({ beams, depths, grey }: BeamMap, beam: number, references: readonly number[]): number {
  let cells = 0;
  let dark = 0;
  let start = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (let depth = depths - 1; depth >= 0; depth--) {
    const value = grey[depth * beams + beam] ?? Number.NaN;
    const reference = references[depth] ?? 0;
    if (Number.isNaN(value) || reference < LEAST_REFERENCE) continue;
    cells++;
    if (value >= DARK_SHARE * reference) continue;
    dark++;
    if (dark < LEAST_DARK * cells) continue;
    start = depth;
    longest = cells;
  }
  return longest >= LEAST_LENGTH * cells ? start : Number.POSITIVE_INFINITY;
}

/** Joins two shadows with one lit beam between them, and drops those too narrow to be one. */
function closeGaps(starts: number[]): void {
  for (let beam = 1; beam + 1 < starts.length; beam++) {
    const beside = Math.max(starts[beam - 1] ?? 0, starts[beam + 1] ?? 0);
    if (starts[beam] === Number.POSITIVE_INFINITY) starts[beam] = beside;
  }
  for (const { from, to } of runsOf(starts)) {
    if (to - from < LEAST_BEAMS) starts.fill(Number.POSITIVE_INFINITY, from, to);
  }
}

function runsOf(starts: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [beam, start] of starts.entries()) {
    if (start === Number.POSITIVE_INFINITY) continue;
    const last = runs.at(-1);
    if (last?.to === beam) last.to = beam + 1;
    else runs.push({ from: beam, to: beam + 1 });
  }
  return runs;
}

function bandsOf(starts: readonly number[], { beams, depths }: BeamMap): ShadowBand[] {
  return runsOf(starts).map(({ from, to }) => ({
    from: from / beams,
    to: to / beams,
    startsAt: Math.min(...starts.slice(from, to)) / depths,
  }));
}

function shareOf(starts: readonly number[], { beams, area }: BeamMap): number {
  let shadow = 0;
  let total = 0;
  for (const [cell, here] of area.entries()) {
    total += here;
    if (Math.floor(cell / beams) >= (starts[cell % beams] ?? 0)) shadow += here;
  }
  return total > 0 ? shadow / total : 0;
}
