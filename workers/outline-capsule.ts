import { smoothGrey } from '../src/phantom/smooth-grey.ts';
import type { Truth } from '../src/phantom/tell-truth.ts';
import type { Point } from '../src/pixels/sector.ts';
import { traceContours } from '../src/pixels/trace-contours.ts';

/** The kidney's outline as smooth closed polygons, in pixels of the truth's maps; none where no kidney is. */
export function outlineCapsule({ maps, mask }: Truth): readonly (readonly Point[])[] {
  const { width, height } = maps;
  const inside = Float32Array.from(mask('capsule'), (one) => 2 * one - 1);
  // A mask's own steps would show as stairs.
  const values = smoothGrey(inside, width, 4);
  return traceContours({ rows: height, columns: width, values });
}
