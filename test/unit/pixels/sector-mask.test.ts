import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beamGeometry } from '../../../src/pixels/beam-geometry.ts';
import { clipPolygon } from '../../../src/pixels/clip-polygon.ts';
import type { Point } from '../../../src/pixels/sector.ts';
import { sectorMask } from '../../../src/pixels/sector-mask.ts';
import { drawnSector } from './draw-fan.ts';

/** Shoelace formula; pixels. */
function area(outline: readonly Point[]): number {
  let twice = 0;
  for (const [i, { x, y }] of outline.entries()) {
    const next = outline[(i + 1) % outline.length] ?? { x, y };
    twice += x * next.y - next.x * y;
  }
  return Math.abs(twice) / 2;
}

const ellipse = fc.record({
  x: fc.double({ min: -20, max: 120, noNaN: true }),
  y: fc.double({ min: -20, max: 120, noNaN: true }),
  a: fc.double({ min: 8, max: 60, noNaN: true }),
  b: fc.double({ min: 8, max: 60, noNaN: true }),
});

describe('sectorMask', () => {
  it('marks the pixels whose centres lie inside', () => {
    const outline = [
      { x: 1, y: 1 },
      { x: 3.4, y: 1 },
      { x: 3.4, y: 2.6 },
      { x: 1, y: 2.6 },
    ];
    expect([...sectorMask(outline, 5, 4)]).toEqual([
      0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('has the area of the polygon inside the frame', () => {
    fc.assert(
      fc.property(ellipse, ({ x, y, a, b }) => {
        const outline = Array.from({ length: 60 }, (_, i) => {
          const angle = (2 * Math.PI * i) / 60;
          return { x: x + a * Math.cos(angle), y: y + b * Math.sin(angle) };
        });
        const marked = sectorMask(outline, 100, 100).reduce((sum, mark) => sum + mark, 0);
        const exact = area(clipPolygon(outline, { x: 0, y: 0, width: 100, height: 100 }));
        expect(Math.abs(marked - exact)).toBeLessThan(0.5 * (a + b) + 4);
      }),
      { seed: 3 },
    );
  });
});

describe('beamGeometry', () => {
  it.each(['fan', 'rectangle'] as const)('goes from beam to point and back in a %s', (shape) => {
    const { toPoint, toBeam } = beamGeometry(drawnSector({ width: 300, height: 300, shape }));
    for (const depth of [0, 0.3, 1]) {
      for (const lateral of [0, 0.5, 0.9]) {
        const back = toBeam(toPoint({ depth, lateral }));
        expect(back.depth).toBeCloseTo(depth, 6);
        expect(back.lateral).toBeCloseTo(lateral, 6);
      }
    }
  });

  it('puts depth 0 on the skin arc and 1 on the far arc', () => {
    const { toPoint } = beamGeometry(drawnSector({ width: 400, height: 400 }));
    expect(toPoint({ depth: 0, lateral: 0.5 }).y).toBeCloseTo(0.05 * 400, 0);
    expect(toPoint({ depth: 1, lateral: 0.5 }).y).toBeCloseTo(0.95 * 400, 0);
  });
});
