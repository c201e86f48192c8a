import { describe, expect, it } from 'vitest';
import { proposeAxis } from '../../../src/pixels/propose-axis.ts';
import type { Sector } from '../../../src/pixels/sector.ts';

const sector: Sector = {
  shape: 'rectangle',
  outline: [],
  bounds: { x: 0, y: 0, width: 500, height: 400 },
  apex: null,
};
const left = { x: 120, y: 180 };
const right = { x: 330, y: 220 };
const widthMarks = [
  { x: 230, y: 150 },
  { x: 215, y: 250 },
];
const outlinePoles = [
  { x: 128, y: 175 },
  { x: 322, y: 226 },
] as const;

describe('proposeAxis', () => {
  it('takes the two calipers of a length, the left one first', () => {
    const search = { calipers: [right, left], sector, outlinePoles: null };
    expect(proposeAxis(search)).toEqual([left, right]);
    expect(proposeAxis({ ...search, outlinePoles })).toEqual([left, right]);
  });

  it('takes the length where a width is marked too', () => {
    expect(proposeAxis({ calipers: [...widthMarks, right, left], sector, outlinePoles: null })).toEqual([
      left,
      right,
    ]);
  });

  it('takes the length where a stone at one pole is marked too', () => {
    const stone = [
      { x: 322, y: 205 },
      { x: 335, y: 206 },
    ];
    expect(proposeAxis({ calipers: [...stone, right, left], sector, outlinePoles })).toEqual([left, right]);
  });

  it('does not take the marks of a stone, or of two', () => {
    const stone = [left, { x: 140, y: 185 }];
    const other = [right, { x: 310, y: 210 }];
    expect(proposeAxis({ calipers: stone, sector, outlinePoles: null })).toBeNull();
    expect(proposeAxis({ calipers: [...stone, ...other], sector, outlinePoles: null })).toBeNull();
    expect(proposeAxis({ calipers: [...stone, ...other], sector, outlinePoles })).toBeNull();
  });

  it("does not take marks that lie away from the outline's ends", () => {
    expect(proposeAxis({ calipers: widthMarks, sector, outlinePoles })).toBeNull();
    const elsewhere = [
      { x: 100, y: 60 },
      { x: 320, y: 60 },
    ];
    expect(proposeAxis({ calipers: elsewhere, sector, outlinePoles })).toBeNull();
  });

  it('measures on the patient where pixels are not square', () => {
    const upright = [
      { x: 250, y: 100 },
      { x: 250, y: 190 },
    ];
    expect(proposeAxis({ calipers: upright, sector, outlinePoles: null })).toBeNull();
    expect(
      proposeAxis({ calipers: upright, sector: { ...sector, pixelAspect: 0.5 }, outlinePoles: null }),
    ).toEqual(upright);
  });

  it('has nothing to say of one caliper or none', () => {
    expect(proposeAxis({ calipers: [], sector, outlinePoles })).toBeNull();
    expect(proposeAxis({ calipers: [left], sector, outlinePoles })).toBeNull();
  });
});
