import type { GreyImage } from './grey-image.ts';
import { limitSize } from './limit-size.ts';
import type { ColourImage } from './to-grey-image.ts';

/** One plane of a video frame: a sample every `step` bytes, a row every `stride`, the first at `offset`. */
export interface Plane {
  readonly offset: number;
  readonly stride: number;
  readonly step: 1 | 2;
}

/** A camera's picture as it comes (4:2:0): luma at full size, two chroma planes at half, all in one buffer. */
export interface PlanarImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly luma: Plane;
  readonly blue: Plane;
  readonly red: Plane;
  /** Whether black is 0 and white 255; else they are 16 and 235 (ITU-R BT.601-7, 2.5.3). */
  readonly isFullRange: boolean;
}

/** The luma of a video frame, its long side at most `longSide` pixels, as a grey picture: 0 black to 255 white. */
export function greyOf(image: PlanarImage, longSide: number): GreyImage {
  const { width, height, data } = limitSize(lumaOf(image), longSide);
  // Levels are stretched last, where there are fewest: averaging comes to the same before and after.
  return { width, height, data: image.isFullRange ? data : data.map((level) => fullLevels[level] ?? 0) };
}

/** The luma as it lies in the frame, copied only where its rows have a margin. */
function lumaOf({ width, height, data, luma: { offset, stride } }: PlanarImage): GreyImage {
  if (stride === width) return { width, height, data: data.subarray(offset, offset + width * height) };
  const rows = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = offset + y * stride;
    rows.set(data.subarray(from, from + width), y * width);
  }
  return { width, height, data: rows };
}

/** The plain mean of red, green and blue at full size, 0–255: luma with what the chroma adds to it. */
export function meanOf(image: PlanarImage): GreyImage {
  const { width, height, data, luma, blue, red, isFullRange } = image;
  const [black, stretch, chromaStretch] = isFullRange ? [0, 1, 1] : [16, 255 / 219, 255 / 224];
  const mean = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y++) {
    const lumaAt = luma.offset + y * luma.stride;
    const blueAt = blue.offset + (y >> 1) * blue.stride;
    const redAt = red.offset + (y >> 1) * red.stride;
    for (let x = 0; x < width; x++) {
      const cb = (data[blueAt + (x >> 1) * blue.step] ?? 0) - 128;
      const cr = (data[redAt + (x >> 1) * red.step] ?? 0) - 128;
      // A third of the sum of `toRgb`.
      const chroma = (0.475_955 * cb + 0.229_288 * cr) * chromaStretch;
      mean[y * width + x] = ((data[lumaAt + x] ?? 0) - black) * stretch + chroma;
    }
  }
  return { width, height, data: new Uint8Array(mean.buffer) };
}

/** A coarse colour picture of a video frame: every `step`-th pixel across and down, to see whether it is coloured. */
export function coloursOf(image: PlanarImage, step: number): ColourImage {
  const width = Math.ceil(image.width / step);
  const height = Math.ceil(image.height / step);
  const data = new Uint8ClampedArray(width * height * 4);
  const at = (plane: Plane, x: number, y: number): number =>
    image.data[plane.offset + y * plane.stride + x * plane.step] ?? 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [column * step, row * step];
      const levels = [at(image.luma, x, y), at(image.blue, x >> 1, y >> 1), at(image.red, x >> 1, y >> 1)];
      data.set(toRgb(levels, image.isFullRange), 4 * (row * width + column));
    }
  }
  return { width, height, data };
}

/** ITU-R BT.601-7, 2.5; for hues the difference to BT.709 does not matter. Clamped by the array it is put into. */
function toRgb([luma = 0, blue = 0, red = 0]: readonly number[], isFullRange: boolean): number[] {
  const y = isFullRange ? luma : (luma - 16) * (255 / 219);
  const scale = isFullRange ? 1 : 255 / 224;
  const [cb, cr] = [(blue - 128) * scale, (red - 128) * scale];
  return [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb, 255];
}

/** What each luma level of a limited range is in a full one. */
const fullLevels = Uint8ClampedArray.from({ length: 256 }, (_, level) => (level - 16) * (255 / 219));
