import { askKidney } from './ask-kidney.ts';
import { askWall } from './ask-wall.ts';
import { askBody, type Body } from './body.ts';
import type { BeamPoint, Echo } from './echo.ts';
import { patchy } from './patchy.ts';
import { Region } from './region.ts';
import type { Diaphragm, Scene } from './scene.ts';
import { setTissue } from './set-tissue.ts';
import type { Vector } from './vector.ts';

/** Fills the echo with what lies at the point; `moved` is where breathing has taken the organs. */
export function askScene(scene: Scene, point: BeamPoint, echo: Echo): void {
  echo.region = Region.none;
  if (askBodies(scene.inWall, point, echo)) return;
  if (askWall(scene, point, echo)) return;
  if (askBodies(scene.inFront, point, echo)) return;
  if (scene.kidney !== null && askKidney(scene.kidney, point, echo)) return;
  if (scene.diaphragm !== null && askDiaphragm(scene.diaphragm, point, echo)) return;
  if (askBodies(scene.organs, point, echo)) return;
  setTissue(scene.background, point, echo);
}

/** The same scene with the organs moved, not the wall. */
export function moveOrgans(scene: Scene, by: Vector): Scene {
  const { kidney, diaphragm } = scene;
  const shift = (v: Vector): Vector => ({ x: v.x + by.x, y: v.y + by.y, z: v.z + by.z });
  const moveAll = (bodies: readonly Body[]): Body[] => bodies.map((b) => ({ ...b, centre: shift(b.centre) }));
  return {
    ...scene,
    kidney: kidney && { ...kidney, centre: shift(kidney.centre) },
    diaphragm: diaphragm && { ...diaphragm, centre: shift(diaphragm.centre) },
    inFront: moveAll(scene.inFront),
    organs: moveAll(scene.organs),
  };
}

function askBodies(bodies: readonly Body[], point: BeamPoint, echo: Echo): boolean {
  for (const body of bodies) {
    if (askBody(body, point, echo)) return true;
  }
  return false;
}

/** The dome itself is bright; beyond it the lung throws everything back, so that a haze is seen there. */
function askDiaphragm(
  { centre, halfAxesCm, echo: strength }: Diaphragm,
  point: BeamPoint,
  echo: Echo,
): boolean {
  if (point.x > centre.x - 0.35 * halfAxesCm[0]) return false;
  const qx = (point.x - centre.x) / halfAxesCm[0];
  const qy = (point.y - centre.y) / halfAxesCm[1];
  const qz = (point.z - centre.z) / halfAxesCm[2];
  const f = Math.sqrt(qx * qx + qy * qy + qz * qz);
  const [ox, oy, oz] = [qx / halfAxesCm[0], qy / halfAxesCm[1], qz / halfAxesCm[2]];
  const slope = Math.sqrt(ox * ox + oy * oy + oz * oz) + 1e-6;
  const beyondCm = ((f - 1) * f) / slope;
  if (beyondCm < -0.25) return false;
  setTissue(beyondCm < 0 ? Region.muscle : Region.lung, point, echo);
  const across = (ox * point.dx + oy * point.dy + oz * point.dz) / slope;
  echo.specular = strength * patchy(point) * Math.exp(-((beyondCm / 0.1) ** 2)) * across ** 8;
  return true;
}
