import type { BeamPoint, Echo } from './echo.ts';
import { lumpNoise } from './lump-noise.ts';
import { Region } from './region.ts';
import type { AbdominalWall, Rib, Scene } from './scene.ts';
import { setTissue } from './set-tissue.ts';

/** Thickness of the whole wall, cm. */
export function wallCm({ skinCm, fatCm, muscleCm }: AbdominalWall): number {
  return skinCm + fatCm + muscleCm;
}

/**
 * Fills the echo where the point lies in the wall; false below it. Layers follow the probe's face near it, as
 * pressed tissue does, and undulate.
 */
export function askWall({ wall, ribs }: Scene, point: BeamPoint, echo: Echo): boolean {
  const total = wallCm(wall);
  if (point.depthCm > total + 1.5) return false;
  const bend = lumpNoise(point.x * 0.22 + wall.grain, point.y * 0.22, wall.grain);
  const depthCm = point.depthCm * (1 + 0.1 * bend);
  for (const rib of ribs) {
    if (askRib(rib, point, echo)) return true;
  }
  if (depthCm > total) return false;
  askLayer(wall, { depthCm, bend }, [point, echo]);
  return true;
}

function askLayer(
  { skinCm, fatCm, muscleCm, muscles, fasciaCm, fasciaEcho, pennation, grain }: AbdominalWall,
  { depthCm, bend }: { readonly depthCm: number; readonly bend: number },
  [point, echo]: readonly [BeamPoint, Echo],
): void {
  const inMuscle = depthCm - skinCm - fatCm;
  if (depthCm < skinCm) setTissue(Region.skin, point, echo);
  else if (inMuscle < 0) setTissue(Region.subcutaneousFat, point, echo);
  else setSlanted(pennation, point, echo);
  // Interfaces: skin–fat, fat–muscle, and fascia between muscles, each with its own bend.
  const each = muscleCm / muscles;
  const nearest = Math.round(inMuscle / each + 0.12 * bend) * each - 0.12 * bend * each;
  const toFascia = inMuscle < -fasciaCm * 3 ? depthCm - skinCm : inMuscle - nearest;
  const line = Math.exp(-((toFascia / fasciaCm) ** 2));
  // Bright where it lies square to the beam, which changes from place to place.
  const square =
    0.75 +
    0.6 * lumpNoise(point.x * 0.9 + grain, point.y * 0.9, nearest * 3) +
    0.4 * lumpNoise(point.x * 2.7, point.y * 2.7 + grain, nearest * 5);
  echo.specular = Math.max(0.1, square) * fasciaEcho * line;
  if (line > 0.4 && inMuscle >= 0) echo.region = Region.fascia;
}

/** Muscle whose fibres rise along the skin. */
function setSlanted(pennation: number, point: BeamPoint, echo: Echo): void {
  const { z } = point;
  point.z = z + pennation * point.x;
  setTissue(Region.muscle, point, echo);
  point.z = z;
}

function askRib({ xCm, depthCm, radiusCm, slant }: Rib, point: BeamPoint, echo: Echo): boolean {
  const dx = point.x - xCm - slant * point.y;
  const dz = point.depthCm - depthCm;
  const square = dx * dx + (dz * dz) / 0.49;
  if (square > radiusCm * radiusCm) return false;
  setTissue(Region.bone, point, echo);
  // Only the near surface answers.
  const depthInside = Math.sqrt(Math.max(0, 0.49 * (radiusCm * radiusCm - dx * dx))) + dz;
  echo.specular = 12 * Math.exp(-((depthInside / 0.1) ** 2));
  echo.backscatterDb -= 30 * Math.min(1, depthInside / 0.2);
  return true;
}
