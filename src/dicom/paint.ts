import type { Palette } from './palette.ts';
import type { PictureFormat, Pixels, Samples } from './picture-format.ts';

/** How stored values become grey (PS3.3, C.11.1 and C.11.2). */
export interface GreyScale {
  readonly slope: number;
  readonly intercept: number;
  /** The first Window Center and Width of the file; null for none. */
  readonly window: { readonly center: number; readonly width: number } | null;
}

/** What painting needs beside the samples. */
export interface Paint {
  readonly format: PictureFormat;
  readonly grey: GreyScale;
  /** Red, green and blue; null where the picture has none. */
  readonly palettes: readonly [Palette, Palette, Palette] | null;
}

/** Paints samples as opaque RGBA: samples that are missing are black. */
export function paint(samples: Samples, { format, grey, palettes }: Paint): Pixels {
  const { width, height } = format;
  const data = new Uint8ClampedArray(width * height * 4);
  // Opaque black where nothing comes.
  new Uint32Array(data.buffer).fill(0xff00_0000);
  const pixels = { width, height, data };
  if (samples.colour === 'grey') paintGrey(samples.values, pixels, greyTable(format, grey));
  else if (samples.colour === 'palette') paintPalette(samples.values, pixels, palettes);
  else paintColour(samples, pixels, narrowerBy(format));
  return pixels;
}

/** From a stored value to 0–255. */
type ToGrey = (value: number) => number;

function greyTable(format: PictureFormat, { slope, intercept, window }: GreyScale): ToGrey {
  const { bitsStored, isSigned, photometric } = format;
  const invert: ToGrey = photometric === 'MONOCHROME1' ? (grey) => 255 - grey : (grey) => grey;
  const lowest = isSigned ? -(2 ** (bitsStored - 1)) : 0;
  const steps = 2 ** bitsStored - 1;
  if (window === null) return (value) => invert(((value - lowest) * 255) / steps);
  const { center, width } = window;
  // PS3.3, C.11.2.1.2.1; a window of one step is a threshold.
  return (value) => {
    const share = (value * slope + intercept - (center - 0.5)) / Math.max(width - 1, 1e-6) + 0.5;
    return invert(255 * Math.min(1, Math.max(0, share)));
  };
}

function paintGrey(values: Samples['values'], { data }: Pixels, toGrey: ToGrey): void {
  const count = Math.min(values.length, data.length / 4);
  for (let i = 0; i < count; i++) {
    const grey = toGrey(values[i] ?? 0);
    data[4 * i] = grey;
    data[4 * i + 1] = grey;
    data[4 * i + 2] = grey;
  }
}

/** A value below the table takes its first entry, one above its last (PS3.3, C.7.6.3.1.5). */
function paintPalette(values: Samples['values'], { data }: Pixels, palettes: Paint['palettes']): void {
  if (palettes === null) throw new RangeError('a palette picture without palette');
  const count = Math.min(values.length, data.length / 4);
  palettes.forEach(({ first, values: table }, channel) => {
    const last = table.length - 1;
    for (let i = 0; i < count; i++) {
      const entry = Math.min(last, Math.max(0, (values[i] ?? 0) - first));
      data[4 * i + channel] = table[entry] ?? 0;
    }
  });
}

/** How many bits a colour sample is to be shortened by. */
function narrowerBy({ bitsStored }: PictureFormat): number {
  return Math.max(0, bitsStored - 8);
}

function paintColour({ values, isPlanar, colour }: Samples, { data }: Pixels, shift: number): void {
  const pixels = data.length / 4;
  const step = isPlanar ? 1 : 3;
  const next = isPlanar ? pixels : 1;
  const count = Math.min(pixels, isPlanar ? values.length - 2 * pixels : Math.floor(values.length / 3));
  for (let i = 0; i < count; i++) {
    const at = i * step;
    const a = (values[at] ?? 0) >> shift;
    const b = (values[at + next] ?? 0) >> shift;
    const c = (values[at + 2 * next] ?? 0) >> shift;
    const isLuma = colour === 'ycc';
    // PS3.3, C.7.6.3.1.2, solved for red, green and blue; the array rounds and clamps.
    data[4 * i] = isLuma ? a + 1.402 * (c - 128) : a;
    data[4 * i + 1] = isLuma ? a - 0.344_136 * (b - 128) - 0.714_136 * (c - 128) : b;
    data[4 * i + 2] = isLuma ? a + 1.772 * (b - 128) : c;
  }
}
