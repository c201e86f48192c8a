import { type Body, reachCm } from './body.ts';
import type { ImagePlane } from './image-plane.ts';
import type { Scene } from './scene.ts';
import { dot } from './vector.ts';

/** The scene without the bodies that the plane cannot meet: most vessels need not be asked at each point. */
export function nearPlane(scene: Scene, { origin, normal }: ImagePlane): Scene {
  const offset = dot(origin, normal);
  const meets = (body: Body): boolean => Math.abs(dot(body.centre, normal) - offset) < reachCm(body);
  return {
    ...scene,
    inWall: scene.inWall.filter(meets),
    inFront: scene.inFront.filter(meets),
    organs: scene.organs.filter(meets),
  };
}
