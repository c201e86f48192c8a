import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletePoint, insertPoint, movePoint, movePolygon } from '../../../src/contour/edit-points.ts';
import { polygonOf } from '../../../src/contour/edited-shape.ts';
import { findTouched } from '../../../src/contour/find-touched.ts';
import { anyPoint, anyPolygon, areaOf } from './any-polygon.ts';

const runs = { numRuns: 60 };
const square = polygonOf([
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
]);

describe('points', () => {
  test('a point put on an edge changes no area, and taking it away gives the polygon back', () => {
    fc.assert(
      fc.property(anyPolygon, anyPoint, (polygon, place) => {
        const edge = findTouched(polygon, place, Infinity);
        fc.pre(edge?.part === 'point');
        const { index } = edge.at;
        const { outer } = polygon;
        const [from, to] = [outer[index] ?? place, outer[(index + 1) % outer.length] ?? place];
        const at = { ring: 0, index: index + 1 };
        const more = insertPoint(polygon, at, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
        expect(more.outer).toHaveLength(outer.length + 1);
        expect(areaOf([more])).toBeCloseTo(areaOf([polygon]), 6);
        expect(deletePoint(more, at)).toEqual(polygon);
      }),
      runs,
    );
  });

  test('a point or a polygon moved there and back is where it was', () => {
    fc.assert(
      fc.property(anyPolygon, anyPoint, (polygon, to) => {
        const at = { ring: 0, index: 2 };
        const before = polygon.outer[2] ?? to;
        expect(movePoint(movePoint(polygon, at, to), at, before)).toEqual(polygon);
        expect(areaOf([movePolygon(polygon, to)])).toBeCloseTo(areaOf([polygon]), 4);
      }),
      runs,
    );
  });

  test('of three points none can be spared: the outline goes, or the hole', () => {
    const triangle = square.outer.slice(0, 3);
    expect(deletePoint(polygonOf(triangle), { ring: 0, index: 1 })).toBeNull();
    const holed = { ...square, holes: [triangle] };
    expect(deletePoint(holed, { ring: 1, index: 0 })).toEqual(square);
  });

  test('a finger finds the point before the edge and the edge before the inside', () => {
    expect(findTouched(square, { x: 4, y: 3 }, 6)).toMatchObject({
      part: 'point',
      at: { ring: 0, index: 0 },
    });
    expect(findTouched(square, { x: 50, y: 103 }, 6)).toMatchObject({
      part: 'edge',
      at: { ring: 0, index: 3 },
      place: { x: 50, y: 100 },
    });
    expect(findTouched(square, { x: 50, y: 50 }, 6)).toMatchObject({ part: 'inside' });
    expect(findTouched(square, { x: 150, y: 50 }, 6)).toBeNull();
    const hole = [10, 90].flatMap((x) => [
      { x, y: x === 10 ? 10 : 90 },
      { x, y: x === 10 ? 90 : 10 },
    ]);
    expect(findTouched({ ...square, holes: [hole] }, { x: 50, y: 50 }, 6)).toBeNull();
  });
});
