import type { Body } from './body.ts';
import type { Kidney } from './kidney.ts';
import { normalForceN, type ProbePose } from './probe.ts';
import { Region } from './region.ts';
import type { Scene } from './scene.ts';
import { along, type Vector } from './vector.ts';

/** A body under a pressed probe. */
export interface Pressed {
  readonly scene: Scene;
  /** How far the organs came nearer to the face, cm of z. */
  readonly moved: Vector;
}

/** From here on the kidney itself gives way, newtons. */
const hardForceN = 14;

/**
 * What a pressed face does to what lies under it. Tissue stiffens as it is squeezed, so its thickness falls towards a
 * limit: fat by up to 45 %, muscle by up to 20 %, skin not at all; all else comes nearer by what the wall lost. Gas is
 * pushed aside. Pressed hard, the kidney flattens. At the normal force the scene is as it was drawn. Chosen, not measured.
 */
export function press(scene: Scene, forceN: number): Pressed {
  if (forceN === normalForceN) return { scene, moved: { x: 0, y: 0, z: 0 } };
  const { wall, kidney } = scene;
  const fatCm = wall.fatCm * thickness(0.45, forceN);
  const muscleCm = wall.muscleCm * thickness(0.2, forceN);
  const [fatLost, muscleLost] = [wall.fatCm - fatCm, wall.muscleCm - muscleCm];
  const nearer = (body: Body): Body => ({
    ...body,
    centre: along(body.centre, { x: 0, y: 0, z: 1 }, -fatLost - 0.5 * muscleLost),
  });
  return {
    scene: {
      ...scene,
      wall: { ...wall, fatCm, muscleCm },
      ribs: scene.ribs.map((rib) => ({ ...rib, depthCm: rib.depthCm - fatLost - 0.5 * muscleLost })),
      inWall: scene.inWall.map(nearer),
      inFront: scene.inFront.map((body) => (body.region === Region.gas ? pushAside(body, forceN) : body)),
      kidney: kidney && flatten(kidney, forceN),
    },
    moved: { x: 0, y: 0, z: -fatLost - muscleLost },
  };
}

/** Thickness at a force, share of that at the normal one; `most` of it gives way at last. */
function thickness(most: number, forceN: number): number {
  const left = (force: number): number => 1 - most * (1 - Math.exp(-force / 10));
  return left(forceN) / left(normalForceN);
}

/** Bowel is soft: a few newtons more spread its gas out of the way, fewer let it gather. */
function pushAside(gas: Body, forceN: number): Body {
  const share = Math.min(1.15, Math.exp((normalForceN - forceN) / 7));
  const [a, b, c] = gas.halfAxesCm;
  return { ...gas, halfAxesCm: [a * share, b * share, c * share] };
}

/** Thinner from front to back and broader across, so that its volume stays. */
function flatten(kidney: Kidney, forceN: number): Kidney {
  const squeezed = 1 - 0.015 * Math.max(0, forceN - hardForceN);
  const { size } = kidney;
  const across = { widthCm: size.widthCm * squeezed, thicknessCm: size.thicknessCm / squeezed };
  return { ...kidney, size: { ...size, ...across } };
}

/** Share of the face without contact at left and right: held too lightly, a face touches in its middle only. */
export function contactLost({ liftedLeft, liftedRight, forceN }: ProbePose): readonly [number, number] {
  const light = 0.34 * Math.max(0, 1 - forceN / 4);
  return [Math.max(liftedLeft, light), Math.max(liftedRight, light)];
}
