import { describe, expect, it } from 'vitest';
import { isColourPhoto, isSingleColour, readColour } from '../../../src/pixels/read-colour.ts';
import { type ColourImage, toGreyImage } from '../../../src/pixels/to-grey-image.ts';
import { drawFan, generator } from './draw-fan.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** A drawn fan whose grey is turned into a colour by `tint`. */
function tinted(tint: (grey: number, x: number, y: number) => Rgb): ColourImage {
  const { width, height, data } = drawFan({ width: 240, height: 240, mean: 110, kidney: true });
  const colour = new Uint8ClampedArray(4 * data.length);
  for (const [i, grey] of data.entries())
    colour.set([...tint(grey, i % width, Math.floor(i / width)), 255], 4 * i);
  return { width, height, data: colour };
}

/** Sky, leaves, skin and a red coat with light and shade. */
function photograph(): ColourImage {
  const random = generator(4);
  const paints: readonly Rgb[] = [
    [90, 150, 230],
    [60, 140, 50],
    [220, 170, 140],
    [190, 30, 40],
  ];
  return tinted((_, x, y) => {
    const [red, green, blue] = paints[2 * Math.floor(y / 120) + Math.floor(x / 120)] ?? [0, 0, 0];
    const light = 0.6 + 0.4 * random();
    return [red * light, green * light, blue * light];
  });
}

describe('readColour', () => {
  it.each<[string, (grey: number, x: number, y: number) => Rgb]>([
    ['grey', (g) => [g, g, g]],
    ['sepia', (g) => [g, 0.8 * g, 0.5 * g]],
    ['blue', (g) => [0.55 * g, 0.75 * g, g]],
    ['grey with yellow text', (g, x, y) => (y < 12 && x % 3 === 0 ? [250, 230, 40] : [g, g, g])],
    [
      'grey with a colour-Doppler box',
      (g, x, y) => {
        if (x < 70 || x > 180 || y < 80 || y > 190) return [g, g, g];
        return (x + y) % 40 < 20 ? [g + 90, g / 3, 0] : [0, g / 3, g + 90];
      },
    ],
  ])('takes a picture that is %s for ultrasound', (_, tint) => {
    expect(isColourPhoto(readColour(tinted(tint)))).toBe(false);
  });

  it('takes a photograph for one', () => {
    const reading = readColour(photograph());
    expect(reading.colouredShare).toBeGreaterThan(0.7);
    expect(reading.hues).toBeGreaterThanOrEqual(3);
    expect(isColourPhoto(reading)).toBe(true);
  });

  it('reads the share of coloured pixels', () => {
    const half = tinted((_, x) => (x < 120 ? [200, 20, 20] : [90, 90, 90]));
    expect(readColour(half, 1)).toEqual({ colouredShare: 0.5, hues: 1, offHueShare: 0 });
  });
});

describe('isSingleColour', () => {
  it('holds for one colour, also with a little noise or a few stray pixels', () => {
    const data = new Uint8Array(10_000).fill(40).map((grey, i) => grey + (i % 3));
    data[5] = 255;
    expect(isSingleColour({ width: 100, height: 100, data })).toBe(true);
  });

  it('does not hold for ultrasound', () => {
    expect(isSingleColour(drawFan({ width: 200, height: 200, mean: 20, speckle: 5 }))).toBe(false);
  });
});

describe('toGreyImage', () => {
  it('weighs the channels as Rec. 601 does and lays transparency over black', () => {
    const data = Uint8Array.from([
      255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255, 200, 200, 200, 128,
    ]);
    expect([...toGreyImage({ width: 5, height: 1, data }).data]).toEqual([76, 150, 29, 255, 100]);
  });
});
