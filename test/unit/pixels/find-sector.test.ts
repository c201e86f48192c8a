import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSector } from '../../../src/pixels/find-sector.ts';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import type { Sector } from '../../../src/pixels/sector.ts';
import { sectorMask } from '../../../src/pixels/sector-mask.ts';
import { type Drawing, drawFan, drawnSector } from './draw-fan.ts';

/** Shared area over joined area of a found sector and the drawn one. */
function overlap(found: Sector | null, drawing: Drawing): number {
  if (!found) return 0;
  const a = sectorMask(found.outline, drawing.width, drawing.height);
  const b = sectorMask(drawnSector(drawing).outline, drawing.width, drawing.height);
  let both = 0;
  let either = 0;
  for (const [i, inA] of a.entries()) {
    both += inA & (b[i] ?? 0);
    either += inA | (b[i] ?? 0);
  }
  return both / either;
}

function paint(image: GreyImage, box: { x: number; y: number; width: number; height: number }, grey: number) {
  for (let y = box.y; y < box.y + box.height; y++) {
    image.data.fill(grey, y * image.width + box.x, y * image.width + box.x + box.width);
  }
}

/** Strokes like letters: every third column of a line of text. */
function write(image: GreyImage, place: { x: number; y: number; width: number }): void {
  for (let x = place.x; x < place.x + place.width; x += 4)
    paint(image, { x, y: place.y, width: 1, height: 8 }, 220);
}

const drawings = fc.record({
  width: fc.integer({ min: 160, max: 400 }),
  height: fc.integer({ min: 160, max: 400 }),
  shape: fc.constantFrom('fan' as const, 'rectangle' as const),
  seed: fc.integer({ min: 1, max: 1000 }),
  mean: fc.integer({ min: 40, max: 150 }),
  kidney: fc.boolean(),
});
const few = { numRuns: 15, seed: 7 };

describe('findSector', () => {
  it.each([
    { width: 512, height: 512 },
    { width: 300, height: 240 },
    { width: 1280, height: 720 },
    { width: 120, height: 130 },
  ])('finds a fan in $width × $height', (size) => {
    const drawing = { ...size, kidney: true };
    const found = findSector(drawFan(drawing));
    expect(found?.shape).toBe('fan');
    expect(overlap(found, drawing)).toBeGreaterThan(0.95);
    const exact = drawnSector(drawing).apex ?? { x: 0, y: 0 };
    expect(Math.abs((found?.apex?.x ?? 0) - exact.x)).toBeLessThan(0.02 * size.width);
    expect(Math.abs((found?.apex?.y ?? 0) - exact.y)).toBeLessThan(0.08 * size.height);
  });

  it('keeps a side that fades to black inside', () => {
    const drawing = { width: 512, height: 512, fadedSide: 0.3 };
    expect(overlap(findSector(drawFan(drawing)), drawing)).toBeGreaterThan(0.96);
  });

  it('reads the pixel aspect of a stretched fan from its arc', () => {
    const tall = drawFan({ width: 300, height: 300, kidney: true });
    const wide = { width: 450, height: 300, data: new Uint8Array(450 * 300) };
    for (let i = 0; i < wide.data.length; i++) {
      wide.data[i] = tall.data[Math.floor(i / 450) * 300 + Math.floor(((i % 450) * 300) / 450)] ?? 0;
    }
    expect(Math.abs((findSector(wide)?.pixelAspect ?? 0) - 300 / 450)).toBeLessThan(0.02);
  });

  it('takes a crop without borders as a rectangle of the whole frame', () => {
    const { data } = drawFan({ width: 600, height: 600 });
    const crop = { width: 60, height: 60, data: new Uint8Array(3600) };
    for (let y = 0; y < 60; y++)
      crop.data.set(data.subarray((y + 250) * 600 + 270, (y + 250) * 600 + 330), y * 60);
    expect(findSector(crop)).toMatchObject({
      shape: 'rectangle',
      bounds: { x: 0, y: 0, width: 60, height: 60 },
      apex: null,
    });
  });

  it('leaves grey panels and rulers outside', () => {
    const drawing = { width: 480, height: 400, shape: 'rectangle' as const };
    const image = drawFan(drawing);
    const mask = sectorMask(drawnSector(drawing).outline, 480, 400);
    for (const [i, inside] of mask.entries()) if (inside === 0) image.data[i] = 51;
    paint(image, { x: 430, y: 40, width: 12, height: 150 }, 180);
    for (let y = 40; y < 360; y += 16) paint(image, { x: 392, y, width: 6, height: 1 }, 200);
    expect(overlap(findSector(image), drawing)).toBeGreaterThan(0.97);
  });

  it.each([
    ['black', 0],
    ['white', 255],
    ['grey', 120],
  ])('finds nothing in a %s picture', (_, grey) => {
    const data = new Uint8Array(200 * 200).fill(grey);
    expect(findSector({ width: 200, height: 200, data })).toBeNull();
  });

  it('finds nothing where there is only text and a logo', () => {
    const image = { width: 400, height: 300, data: new Uint8Array(120_000) };
    for (let y = 10; y < 280; y += 30) write(image, { x: 20, y, width: 120 });
    paint(image, { x: 340, y: 20, width: 40, height: 40 }, 180);
    expect(findSector(image)).toBeNull();
  });

  it('answers for pictures of any size without a throw', () => {
    for (const [width, height] of [
      [0, 0],
      [1, 1],
      [7, 300],
      [8, 8],
      [2000, 9],
    ] as const) {
      const image = { width, height, data: new Uint8Array(width * height).map((_, i) => (i * 37) % 256) };
      expect(() => findSector(image)).not.toThrow();
    }
  });
});

describe('findSector, for any drawing', () => {
  it('is right to 5 % of the area, lies in the frame and is deterministic', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const image = drawFan(drawing);
        const found = findSector(image);
        expect(overlap(found, drawing)).toBeGreaterThan(0.94);
        expect(findSector(image)).toEqual(found);
        for (const { x, y } of found?.outline ?? []) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(drawing.width);
          expect(y).toBeLessThanOrEqual(drawing.height);
        }
      }),
      few,
    );
  });

  it('turns clockwise and is convex but for the arc at the skin', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const outline = findSector(drawFan(drawing))?.outline ?? [];
        expect(outline.length).toBeGreaterThanOrEqual(4);
        expect(outline.length).toBeLessThanOrEqual(64);
        const skin = Math.min(...outline.map((p) => p.y)) + 0.15 * drawing.height;
        for (const [i, point] of outline.entries()) {
          const before = outline.at(i - 1) ?? point;
          const after = outline[(i + 1) % outline.length] ?? point;
          const turn =
            (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x);
          if (point.y > skin) expect(turn).toBeGreaterThanOrEqual(-1e-6);
        }
      }),
      few,
    );
  });

  it('does not change when text stands outside or the gain offset rises', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const plain = findSector(drawFan(drawing));
        const image = drawFan(drawing);
        write(image, { x: 2, y: 4, width: 24 });
        write(image, { x: 2, y: drawing.height - 12, width: 30 });
        for (const [i, grey] of image.data.entries()) if (grey > 30 && grey < 220) image.data[i] = grey + 15;
        const { bounds } = plain ?? { bounds: { x: 0, y: 0, width: 0, height: 0 } };
        const found = findSector(image)?.bounds ?? { x: 99, y: 99, width: 0, height: 0 };
        for (const side of ['x', 'y', 'width', 'height'] as const) {
          expect(Math.abs(found[side] - bounds[side])).toBeLessThanOrEqual(0.02 * drawing.width + 2);
        }
      }),
      few,
    );
  });
});
