import type { GreyImage } from './grey-image.ts';
import type { Meters } from './meters.ts';
import type { Span } from './sector-mask.ts';

const BINS = 32;
/** At or above this grey the display is at its ceiling; at or below the other, at its floor. */
const SATURATED = 250;
const LOST = 4;

type BrightnessReading = Pick<Meters, 'brightness' | 'histogram' | 'saturatedShare' | 'lostShare'>;

/** How grey levels are spread over the sector's pixels; zeros where it has none. */
export function readBrightness(image: GreyImage, spans: readonly Span[]): BrightnessReading {
  const counts = countLevels(image, spans);
  const pixels = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const share = (from: number, to: number) =>
    counts.subarray(from, to).reduce((sum, count) => sum + count, 0) / pixels;
  const sum = counts.reduce((total, count, grey) => total + count * grey, 0);
  return {
    brightness: (100 * sum) / (255 * pixels),
    histogram: Array.from({ length: BINS }, (_, bin) => share((bin * 256) / BINS, ((bin + 1) * 256) / BINS)),
    saturatedShare: share(SATURATED, 256),
    lostShare: share(0, LOST + 1),
  };
}

function countLevels({ data, width }: GreyImage, spans: readonly Span[]): Float64Array {
  const counts = new Uint32Array(256);
  for (const { row, from, to } of spans) {
    for (let i = row * width + from; i < row * width + to; i++) {
      const grey = data[i] ?? 0;
      counts[grey] = (counts[grey] ?? 0) + 1;
    }
  }
  return Float64Array.from(counts);
}
