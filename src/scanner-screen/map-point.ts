import type { Point } from '../pixels/sector.ts';
import { invertHomography, mapPoint, squareToQuad } from './homography.ts';
import type { Quad } from './quad.ts';

/** A screen in the camera's picture, and the size of the picture that was made of it. */
export interface Placed {
  readonly corners: Quad;
  readonly width: number;
  readonly height: number;
}

/** Takes points of the rectified picture to the camera's picture, where an outline is drawn over the video. */
export function toCamera({ corners, width, height }: Placed): (point: Point) => Point {
  const map = squareToQuad(corners);
  return ({ x, y }) => mapPoint(map, { x: x / width, y: y / height });
}

/** Takes points of the camera's picture to the rectified one; what lies off the screen lands outside of it. */
export function toScreen({ corners, width, height }: Placed): (point: Point) => Point {
  const map = invertHomography(squareToQuad(corners));
  return (point) => {
    const { x, y } = mapPoint(map, point);
    return { x: x * width, y: y * height };
  };
}
