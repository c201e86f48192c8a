import { crossesItself } from '../contour/crosses-itself.ts';
import type { AnnotatedPicture, Region } from './annotation.ts';
import type { Size } from './paint-shape.ts';
import { pointsOf } from './polygon-of.ts';
import type { Report } from './problem.ts';

/** Half a pixel: contours may run along the picture's edge, and some programs count pixels from their centres. */
const tolerance = 0.5;

/** Reports shapes that can be read but look wrong: outlines that cross themselves, and what lies outside the picture. */
export function checkShapes(picture: AnnotatedPicture, report: Report): void {
  for (const [index, region] of picture.regions.entries()) {
    const place = { picture: picture.fileName, shape: index + 1 };
    const facts = { label: region.label };
    if (isCrossed(region)) report('crosses-itself', place, facts);
    if (picture.size !== null && liesOutside(region, picture.size)) report('outside-picture', place, facts);
  }
}

/** Whether any point of a region lies outside a picture of that size. */
export function liesOutside({ shape }: Region, { width, height }: Size): boolean {
  return pointsOf(shape).some(
    ({ x, y }) => x < -tolerance || y < -tolerance || x > width + tolerance || y > height + tolerance,
  );
}

function isCrossed({ shape }: Region): boolean {
  return shape.kind === 'polygon' && crossesItself(shape);
}
