import { beamGeometry } from './beam-geometry.ts';
import type { GreyImage } from './grey-image.ts';
import type { Sector } from './sector.ts';

/** The sector straightened out: mean grey by beam and depth. Index `depth × beams + beam`. */
export interface BeamMap {
  readonly beams: number;
  readonly depths: number;
  /** Mean grey 0–255 of each cell; NaN where the cell lies outside the sector. */
  readonly grey: Float32Array;
  /** Area of each cell inside the sector, in samples weighted so that equal picture areas weigh the same. */
  readonly area: Float32Array;
}

const BEAMS = 64;
const DEPTHS = 72;
/** Samples along each side of a cell. */
const FINENESS = 2;

/** Samples a picture along its beams; `mask` marks the sector's pixels. */
export function sampleBeams(image: GreyImage, sector: Sector, mask: Uint8Array): BeamMap {
  const sums = new Float32Array(BEAMS * DEPTHS);
  const area = new Float32Array(BEAMS * DEPTHS);
  const { toPoint } = beamGeometry(sector);
  for (let across = 0; across < BEAMS * FINENESS; across++) {
    const lateral = (across + 0.5) / (BEAMS * FINENESS);
    const from = toPoint({ depth: 0, lateral });
    const to = toPoint({ depth: 1, lateral });
    const beam = Math.floor(across / FINENESS);
    const nearWeight = sector.apex ? Math.hypot(from.x - sector.apex.x, from.y - sector.apex.y) : 1;
    const farWeight = sector.apex ? Math.hypot(to.x - sector.apex.x, to.y - sector.apex.y) : 1;
    for (let down = 0; down < DEPTHS * FINENESS; down++) {
      const depth = (down + 0.5) / (DEPTHS * FINENESS);
      const x = Math.floor(from.x + depth * (to.x - from.x));
      const y = Math.floor(from.y + depth * (to.y - from.y));
      const pixel = y * image.width + x;
      if (x < 0 || x >= image.width || mask[pixel] !== 1) continue;
      const weight = nearWeight + depth * (farWeight - nearWeight);
      const cell = Math.floor(down / FINENESS) * BEAMS + beam;
      sums[cell] = (sums[cell] ?? 0) + weight * (image.data[pixel] ?? 0);
      area[cell] = (area[cell] ?? 0) + weight;
    }
  }
  const grey = sums.map((sum, cell) => ((area[cell] ?? 0) > 0 ? sum / (area[cell] ?? 1) : Number.NaN));
  return { beams: BEAMS, depths: DEPTHS, grey, area };
}
