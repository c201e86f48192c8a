import { beamGeometry } from '../pixels/beam-geometry.ts';
import type { Sector } from '../pixels/sector.ts';
import type { Line } from './measurement.ts';

/** The middle beam from the probe's face to the far edge, in the sector's pixels: what a machine's depth means. */
export function depthLine(sector: Sector): Line {
  if (sector.shape !== 'fan') return middleColumn(sector);
  const { toPoint } = beamGeometry(sector);
  return { from: toPoint({ depth: 0, lateral: 0.5 }), to: toPoint({ depth: 1, lateral: 0.5 }) };
}

/** A straight face and far edge: the depth is that of the box. */
function middleColumn({ bounds }: Sector): Line {
  const x = bounds.x + bounds.width / 2;
  return { from: { x, y: bounds.y }, to: { x, y: bounds.y + bounds.height } };
}
