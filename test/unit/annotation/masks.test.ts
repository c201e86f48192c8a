import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { Polygon, Shape } from '../../../src/annotation/annotation.ts';
import { isPngBomb } from '../../../src/annotation/is-png-bomb.ts';
import { type Mask, paintShape, paintShapes } from '../../../src/annotation/paint-shape.ts';
import { readPngValues, writePngValues } from '../../../src/annotation/png-values.ts';
import { joinRings, splitRing } from '../../../src/annotation/rings.ts';
import { readRunLengths } from '../../../src/annotation/run-lengths.ts';
import { traceMask } from '../../../src/annotation/trace-mask.ts';
import { polygon } from '../../fixtures/arbitrary-annotations.ts';

/** Masks of blobs, rings, single pixels and pixels that touch at corners, to the picture's edge. */
const mask: fc.Arbitrary<Mask> = fc
  .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.boolean(), { minLength: width * height, maxLength: width * height })
      .map((marks) => ({ width, height, marks: Uint8Array.from(marks, Number) })),
  );

describe('masks and outlines', () => {
  it('paints what it traced: the same mask, whatever it is', () => {
    fc.assert(
      fc.property(mask, (from) => {
        expect(paintShapes(traceMask(from), from).marks).toEqual(from.marks);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the parts and the holes of a mask', () => {
    // A ring around a dot, and a pixel that touches the ring at a corner only.
    const rows = ['#####..', '#...#..', '#.#.#..', '#...#..', '#####..', '.....#.'];
    const marks = Uint8Array.from(rows.join(''), (letter) => Number(letter === '#'));
    const parts = traceMask({ width: 7, height: 6, marks });
    expect(parts.map(({ holes }) => holes.length).sort()).toEqual([0, 0, 1]);
  });

  it('paints a hole as ground, and areas as geometry has them', () => {
    const hole = [
      { x: 40, y: 40 },
      { x: 60, y: 40 },
      { x: 60, y: 60 },
      { x: 40, y: 60 },
    ];
    const square: Polygon = {
      kind: 'polygon',
      outer: [
        { x: 20, y: 20 },
        { x: 80, y: 20 },
        { x: 80, y: 80 },
        { x: 20, y: 80 },
      ],
      holes: [hole],
    };
    const area = (shape: Shape) =>
      paintShape(shape, { width: 100, height: 100 }).marks.reduce((a, b) => a + b, 0);
    expect(area(square)).toBe(60 * 60 - 20 * 20);
    expect(area({ kind: 'circle', centre: { x: 50, y: 50 }, radius: 40 })).toBeCloseTo(Math.PI * 1600, -2);
    const ellipse: Shape = {
      kind: 'ellipse',
      centre: { x: 50, y: 50 },
      radiusX: 40,
      radiusY: 20,
      angle: 0.7,
    };
    expect(area(ellipse) / (Math.PI * 800)).toBeCloseTo(1, 2);
  });

  it('goes round outline and holes in one ring, and back', () => {
    fc.assert(
      fc.property(polygon, (shape) => {
        if (shape.kind === 'polygon') expect(splitRing(joinRings(shape))).toEqual(shape);
      }),
      { numRuns: 100 },
    );
  });

  it('fills the joined ring as it fills outline and holes', () => {
    const circle = (x: number, y: number, radius: number) =>
      Array.from({ length: 30 }, (_, i) => ({
        x: x + radius * Math.cos((i * Math.PI) / 15),
        y: y + radius * Math.sin((i * Math.PI) / 15),
      }));
    const shape: Polygon = {
      kind: 'polygon',
      outer: circle(50, 50, 45),
      holes: [circle(40, 50, 12), circle(70, 60, 9)],
    };
    const joined: Polygon = { kind: 'polygon', outer: joinRings(shape), holes: [] };
    const size = { width: 100, height: 100 };
    expect(paintShape(joined, size).marks).toEqual(paintShape(shape, size).marks);
  });
});

describe('run lengths', () => {
  // pycocotools 2.0: mask.encode of a ring, a corner and the pixel opposite; rows of the same mask.
  const compressed = { size: [9, 13], counts: '01l04XO00MNO21NO21NO2400h0L' };
  const rows = [
    '#............',
    '.............',
    '...#######...',
    '...#######...',
    '...##...##...',
    '...##...##...',
    '...#######...',
    '.............',
    '............#',
  ];
  const marks = Uint8Array.from(rows.join(''), (letter) => Number(letter === '#'));

  it('unpacks what pycocotools packed', () => {
    expect(readRunLengths(compressed)).toEqual({ width: 13, height: 9, marks });
    // An ellipse with a hole of 4 × 5 in a picture of 30 × 40: its area and box (mask.area, mask.toBbox).
    const ellipse = readRunLengths({
      size: [40, 30],
      counts: '^5=i04L4M2N2N2O0O2O_OI17OI17OI17OI17OI17`01N101N2N2N3L4Ll5',
    });
    const places = [...(ellipse?.marks ?? [])].flatMap((mark, at) => (mark === 1 ? [at] : []));
    const columns = places.map((at) => at % 30);
    expect(places).toHaveLength(489);
    expect([Math.min(...columns), Math.max(...columns)]).toEqual([4, 24]);
    expect([Math.floor((places[0] ?? 0) / 30), Math.floor((places.at(-1) ?? 0) / 30)]).toEqual([6, 34]);
  });

  it('reads the same runs as numbers', () => {
    const columns = Array.from({ length: 13 * 9 }, (_, i) => marks[(i % 9) * 13 + Math.floor(i / 9)] ?? 0);
    const counts: number[] = [];
    let [value, run] = [0, 0];
    for (const mark of columns) {
      if (mark !== value) {
        counts.push(run);
        [value, run] = [mark, 0];
      }
      run++;
    }
    expect(readRunLengths({ size: [9, 13], counts: [...counts, run] })?.marks).toEqual(marks);
  });

  it.each([
    ['runs too long', { size: [9, 13], counts: [100, 100] }],
    ['runs too short', { size: [9, 13], counts: [3] }],
    ['negative runs', { size: [9, 13], counts: [120, -3] }],
    ['a text cut short', { size: [9, 13], counts: '01l04XO00MNO21NO21NO2400h' }],
    ['letters of another kind', { size: [9, 13], counts: '01l0é' }],
    ['a size beyond every picture', { size: [1e9, 1e9], counts: [1e18] }],
    ['no size', { counts: [1] }],
  ])('refuses %s', (_name, rle) => {
    expect(readRunLengths(rle)).toBeNull();
  });
});

describe('PNG values', () => {
  it('comes back as it went', () => {
    const values = Uint8Array.from({ length: 35 }, (_, i) => i * 7);
    expect(readPngValues(writePngValues({ width: 5, height: 7, values }))).toEqual({
      width: 5,
      height: 7,
      values,
    });
  });

  it.each([1, 2, 4] as const)('unpacks %d bits a pixel', (depth) => {
    const width = 11;
    const values = Uint8Array.from({ length: width * 3 }, (_, i) => (i * 5 + 1) % 2 ** depth);
    const rowBytes = Math.ceil((width * depth) / 8);
    const data = new Uint8Array(rowBytes * 3);
    for (const [at, value] of values.entries()) {
      const bit = (at % width) * depth;
      const byte = Math.floor(at / width) * rowBytes + (bit >> 3);
      data[byte] = (data[byte] ?? 0) | (value << (8 - depth - (bit & 7)));
    }
    const png = new Uint8Array(encode({ width, height: 3, data, depth, channels: 1 }));
    expect(readPngValues(png)?.values).toEqual(values);
  });

  it('takes grey that is stored as colour, and refuses colours, 16 bits and half a file', () => {
    const grey = encode({ width: 2, height: 1, data: Uint8Array.of(3, 3, 3, 9, 9, 9), channels: 3 });
    expect(readPngValues(grey)?.values).toEqual(Uint8Array.of(3, 9));
    const colours = encode({ width: 2, height: 1, data: Uint8Array.of(3, 3, 3, 9, 1, 9), channels: 3 });
    expect(readPngValues(colours)).toBeNull();
    const deep = encode({ width: 2, height: 1, data: Uint16Array.of(3, 900), channels: 1, depth: 16 });
    expect(readPngValues(deep)).toBeNull();
    expect(readPngValues(grey.slice(0, 45))).toBeNull();
  });

  it('refuses pixels that unpack to more than the head says, without unpacking them all', () => {
    const bomb = writePngValues({ width: 4000, height: 4000, values: new Uint8Array(16_000_000) });
    const head = new DataView(bomb.buffer);
    head.setUint32(16, 10);
    head.setUint32(20, 10);
    expect(isPngBomb(bomb, { width: 10, height: 10 })).toBe(true);
    expect(isPngBomb(bomb, { width: 4000, height: 4000 })).toBe(false);
    expect(readPngValues(bomb)).toBeNull();
  });
});
