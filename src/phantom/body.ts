import type { BeamPoint, Echo } from './echo.ts';
import { layFibres } from './lay-fibres.ts';
import { lumpNoise } from './lump-noise.ts';
import { patchy } from './patchy.ts';
import { Region, type RegionId } from './region.ts';
import { setTissue } from './set-tissue.ts';
import type { Vector } from './vector.ts';

/** An organ, vessel or pocket of gas: an uneven ellipsoid. */
export interface Body {
  readonly region: RegionId;
  readonly centre: Vector;
  /** Unit direction of its first axis; the second lies flat on the skin, the third across both. */
  readonly axis: Vector;
  readonly halfAxesCm: readonly [number, number, number];
  /** Depth of dents in its surface, share of the half axes. */
  readonly uneven: number;
  /** Amplitude of its wall's echo at a right angle, relative to liver speckle. */
  readonly wallEcho: number;
}

const wallCm = 0.08;

/** No point of the body or its wall lies farther from its centre than this, cm. */
export function reachCm({ halfAxesCm }: Body): number {
  return Math.max(...halfAxesCm) * 1.4 + 0.2;
}

/** Fills the echo where the point lies in the body or its wall; false elsewhere. */
export function askBody(body: Body, point: BeamPoint, echo: Echo): boolean {
  const { centre, axis, halfAxesCm } = body;
  const [a, b, c] = halfAxesCm;
  const [px, py, pz] = [point.x - centre.x, point.y - centre.y, point.z - centre.z];
  const reach = Math.max(a, b, c) * 1.4 + 0.2;
  if (px * px + py * py + pz * pz > reach * reach) return false;
  // Second axis: axis × z, normalised; axes of bodies are never straight down.
  const flat = Math.sqrt(axis.x * axis.x + axis.y * axis.y) + 1e-9;
  const [sx, sy] = [axis.y / flat, -axis.x / flat];
  const [tx, ty, tz] = [-sy * axis.z, sx * axis.z, sy * axis.x - sx * axis.y];
  const qx = (px * axis.x + py * axis.y + pz * axis.z) / a;
  const qy = (px * sx + py * sy) / b;
  const qz = (px * tx + py * ty + pz * tz) / c;
  const square = qx * qx + qy * qy + qz * qz;
  if (square > 1.9) return false;
  const dent = body.uneven === 0 ? 0 : body.uneven * lumpNoise(px * 0.45 + 3, py * 0.45, pz * 0.45 + 5);
  const f = Math.sqrt(square) + dent;
  const slope = Math.sqrt((qx / a) ** 2 + (qy / b) ** 2 + (qz / c) ** 2) + 1e-6;
  const insideCm = ((1 - f) * f) / slope;
  if (insideCm < 0) return false;
  setTissue(body.region, point, echo);
  if (body.region === Region.tendon) layFibres(axis, point, echo);
  if (insideCm < 2.5 * wallCm && body.wallEcho > 0) {
    const { dx, dy, dz } = point;
    const [ox, oy, oz] = [qx / a, qy / b, qz / c];
    const across =
      (ox * (axis.x * dx + axis.y * dy + axis.z * dz) +
        oy * (sx * dx + sy * dy) +
        oz * (tx * dx + ty * dy + tz * dz)) /
      slope;
    echo.specular = body.wallEcho * patchy(point) * Math.exp(-((insideCm / wallCm) ** 2)) * across ** 4;
    echo.edgeDb = 3 * (1 - across * across) ** 6;
  }
  return true;
}
