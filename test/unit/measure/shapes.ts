import type { Point, Sector } from '../../../src/pixels/sector.ts';

export interface EllipseShape {
  readonly centre: Point;
  /** Semi-axes, long and short. */
  readonly a: number;
  readonly b: number;
  /** Radians from the x axis. */
  readonly angle: number;
}

/** A closed polygon on an ellipse. */
export function ellipse({ centre, a, b, angle }: EllipseShape, points = 240): Point[] {
  return Array.from({ length: points }, (_, i) => {
    const t = (2 * Math.PI * i) / points;
    const [u, v] = [a * Math.cos(t), b * Math.sin(t)];
    return {
      x: centre.x + u * Math.cos(angle) - v * Math.sin(angle),
      y: centre.y + u * Math.sin(angle) + v * Math.cos(angle),
    };
  });
}

export function circle(x: number, y: number, radius: number): Point[] {
  return ellipse({ centre: { x, y }, a: radius, b: radius, angle: 0 });
}

/** A rectangular sector, of parallel beams. */
export function boxSector(width: number, height: number): Sector {
  const outline = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  return { shape: 'rectangle', outline, bounds: { x: 0, y: 0, width, height }, apex: null };
}
