import type { GreyImage } from './grey-image.ts';
import type { ColourImage } from './to-grey-image.ts';

/** How colourful a picture is. */
export interface ColourReading {
  /** Share of pixels that are strongly coloured (0–1). */
  readonly colouredShare: number;
  /** How many of 12 equal hue sectors (30° each) hold at least 4 % of the strongly coloured pixels. */
  readonly hues: number;
  /** Share of the strongly coloured pixels outside the commonest two neighbouring hue sectors (0–1). */
  readonly offHueShare: number;
}

/** Chroma (largest minus smallest channel, 0–255) above which a pixel counts as strongly coloured. */
const STRONG_CHROMA = 40;
/** … and chroma over the largest channel, so that a faint tint of bright pixels does not count. */
const STRONG_SATURATION = 0.22;
const HUE_SECTORS = 12;
const LEAST_HUE_SHARE = 0.04;
/** At most about this many pixels are looked at. */
const MOST_SAMPLES = 40_000;
/** A colour-Doppler box and text stay below this share of a picture. */
const PHOTO_SHARE = 0.3;
const PHOTO_OFF_HUE = 0.12;
/** A picture whose grey levels all lie this close together shows nothing. */
const SINGLE_COLOUR_SPREAD = 4;
const SINGLE_COLOUR_SHARE = 0.998;

/** Reads hue and chroma of a colour picture; `stride` (pixels) is chosen by its size when left out. */
export function readColour({ width, height, data }: ColourImage, stride?: number): ColourReading {
  const step = stride ?? Math.max(1, Math.round(Math.sqrt((width * height) / MOST_SAMPLES)));
  const counts = new Uint32Array(HUE_SECTORS);
  let samples = 0;
  let coloured = 0;
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const at = 4 * (y * width + x);
      const sector = hueSector(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
      samples++;
      if (sector < 0) continue;
      coloured++;
      counts[sector] = (counts[sector] ?? 0) + 1;
    }
  }
  return summarise(counts, coloured, samples);
}

/**
 * Whether a picture is a colour photograph rather than ultrasound: ultrasound is grey or tinted with one hue, but
 * for small text and a colour-Doppler box.
 */
export function isColourPhoto(reading: ColourReading): boolean {
  return reading.colouredShare >= PHOTO_SHARE && reading.offHueShare >= PHOTO_OFF_HUE;
}

/** Whether a picture shows one colour only, but for a few stray pixels. */
export function isSingleColour({ data }: GreyImage): boolean {
  const counts = new Uint32Array(256);
  // Odd, so that the samples wander across the columns of a picture of even width.
  const step = 2 * Math.floor(data.length / MOST_SAMPLES / 2) + 1;
  for (let at = 0; at < data.length; at += step) {
    const grey = data[at] ?? 0;
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const samples = Math.ceil(data.length / step);
  let within = 0;
  for (let grey = 0; grey < 256; grey++) {
    within += (counts[grey] ?? 0) - (counts[grey - SINGLE_COLOUR_SPREAD - 1] ?? 0);
    if (within >= SINGLE_COLOUR_SHARE * samples) return true;
  }
  return false;
}

/** Which twelfth of the hue circle a strongly coloured pixel has; −1 for the others. */
function hueSector(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma < STRONG_CHROMA || chroma < STRONG_SATURATION * most) return -1;
  return Math.floor((hueSextant(red, green, blue) * HUE_SECTORS) / 6) % HUE_SECTORS;
}

/** Hue in sextants of the colour circle, 0 (red) to 6. */
function hueSextant(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (most === red) return ((green - blue) / chroma + 6) % 6;
  return most === green ? (blue - red) / chroma + 2 : (red - green) / chroma + 4;
}

function summarise(counts: Uint32Array, coloured: number, samples: number): ColourReading {
  let hues = 0;
  let commonest = 0;
  for (const [sector, count] of counts.entries()) {
    if (count > 0 && count >= LEAST_HUE_SHARE * coloured) hues++;
    commonest = Math.max(commonest, count + (counts[(sector + 1) % HUE_SECTORS] ?? 0));
  }
  return {
    colouredShare: samples > 0 ? coloured / samples : 0,
    hues,
    offHueShare: coloured > 0 ? 1 - commonest / coloured : 0,
  };
}
