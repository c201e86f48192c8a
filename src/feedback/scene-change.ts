import type { Assessment } from '../analysis.ts';
import type { Box } from '../pixels/sector.ts';

/** Sectors that share less of their boxes than this belong to other pictures: another depth, another machine. */
const leastOverlap = 0.75;
/** A mean difference of the brightness along depth, per cent of full scale, that no breath or small slide makes. */
const mostDifference = 12;

/** Whether two moments of a live view show different scenes, so that evidence from one says nothing of the other. */
export function isOtherScene(before: Assessment, now: Assessment): boolean {
  if (overlapOf(before.sector.bounds, now.sector.bounds) < leastOverlap) return true;
  return meanDifference(before.meters.depthCurve, now.meters.depthCurve) > mostDifference;
}

/** Shared area over joined area. */
function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const both = Math.max(0, width) * Math.max(0, height);
  return both / (a.width * a.height + b.width * b.height - both);
}

/** Over the depths that both have. */
function meanDifference(before: readonly (number | null)[], now: readonly (number | null)[]): number {
  let [sum, count] = [0, 0];
  before.forEach((one, i) => {
    const other = now[i] ?? null;
    if (one === null || other === null) return;
    sum += Math.abs(one - other);
    count++;
  });
  return count === 0 ? 0 : sum / count;
}
