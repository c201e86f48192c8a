import type { BeamGrid } from './beam-grid.ts';
import { nominalAttenuation } from './insonify.ts';
import type { Machine } from './machine.ts';
import type { Echoes } from './receive.ts';
import { scattererImaginaries, scattererIndex, scattererReals } from './scatterers.ts';

/** Grey of liver at a good gain, dB above black: where a sonographer puts it at 65 dB dynamic range. */
const liverDb = 22;
/** Built-in compensation ends here: an amplifier has a largest gain. */
const largestTgcDb = 48;

/** Adds one look's envelope, with electronic noise, to `sum`. */
export function addEnvelope(
  sum: Float32Array,
  { real, imaginary }: Echoes,
  noise: { readonly amplitude: Float32Array; readonly frame: number },
): void {
  const beams = sum.length / noise.amplitude.length;
  for (let sample = 0; sample < noise.amplitude.length; sample += 1) {
    const level = noise.amplitude[sample] ?? 0;
    const from = sample * beams;
    for (let i = from; i < from + beams; i += 1) {
      const draw = scattererIndex(i, noise.frame, 77);
      const re = (real[i] ?? 0) + level * (scattererReals[draw] ?? 0);
      const im = (imaginary[i] ?? 0) + level * (scattererImaginaries[draw] ?? 0);
      sum[i] = (sum[i] ?? 0) + Math.sqrt(re * re + im * im);
    }
  }
}

/** Electronic noise by sample, after the built-in compensation has raised it. */
export function noiseByDepth(grid: BeamGrid, machine: Machine, frequencyMhz: number): Float32Array {
  return Float32Array.from({ length: grid.samples }, (_, sample) => {
    const depth = (sample / (grid.samples - 1)) * grid.depthCm;
    return 10 ** ((machine.noiseDb + 2 * frequencyMhz * nominalAttenuation * depth) / 20);
  });
}

/** Overall gain, sliders and the end of the built-in compensation, dB by sample. */
export function gainByDepth(grid: BeamGrid, machine: Machine, frequencyMhz: number): Float32Array {
  const sliders = machine.tgcDb;
  return Float32Array.from({ length: grid.samples }, (_, sample) => {
    const share = sample / (grid.samples - 1);
    const place = share * (sliders.length - 1);
    const low = Math.floor(place);
    const [a, b] = [sliders[low] ?? 0, sliders[Math.min(sliders.length - 1, low + 1)] ?? 0];
    const wanted = 2 * frequencyMhz * nominalAttenuation * share * grid.depthCm;
    const missing = Math.max(0, wanted - largestTgcDb);
    return machine.gainDb + a + (b - a) * (place - low) - 0.8 * missing;
  });
}

/** Log compression: mean envelopes to grey, 0 to 255, not yet rounded; written over the input. */
export function compress(
  envelope: Float32Array,
  gainDb: Float32Array,
  { dynamicRangeDb, looks }: Pick<Machine, 'dynamicRangeDb' | 'looks'>,
): Float32Array {
  const beams = envelope.length / gainDb.length;
  const scale = 255 / dynamicRangeDb;
  const toDb = 20 * Math.LOG10E;
  const looksDb = 20 * Math.log10(looks);
  for (let sample = 0; sample < gainDb.length; sample += 1) {
    const offset = (gainDb[sample] ?? 0) + liverDb - looksDb;
    const from = sample * beams;
    for (let i = from; i < from + beams; i += 1) {
      const grey = scale * (toDb * Math.log((envelope[i] ?? 0) + 1e-9) + offset);
      envelope[i] = grey < 0 ? 0 : grey > 255 ? 255 : grey;
    }
  }
  return envelope;
}
