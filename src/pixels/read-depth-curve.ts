import type { BeamMap } from './sample-beams.ts';

/** Equal steps from skin to far field. */
const STEPS = 24;

/** Grey level against depth, in per cent of full scale. */
export interface DepthReading {
  readonly depthCurve: readonly (number | null)[];
  readonly farMinusNear: number;
}

/** Mean grey along the beams, which is what time-gain compensation acts on. */
export function readDepthCurve(map: BeamMap): DepthReading {
  const depthCurve = Array.from({ length: STEPS }, (_, step) =>
    meanGrey(map, step / STEPS, (step + 1) / STEPS),
  );
  const near = meanGrey(map, 0, 1 / 3);
  const far = meanGrey(map, 2 / 3, 1);
  return { depthCurve, farMinusNear: near === null || far === null ? 0 : far - near };
}

/** Mean grey, per cent, between two depths (0 skin, 1 deepest); null where the sector has no pixel there. */
function meanGrey({ beams, depths, grey, area }: BeamMap, from: number, to: number): number | null {
  let sum = 0;
  let total = 0;
  for (let cell = Math.round(from * depths) * beams; cell < Math.round(to * depths) * beams; cell++) {
    const here = area[cell] ?? 0;
    if (here === 0) continue;
    sum += here * (grey[cell] ?? 0);
    total += here;
  }
  return total > 0 ? (100 * sum) / (255 * total) : null;
}
