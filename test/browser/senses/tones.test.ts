import { describe, expect, it } from 'vitest';
import { type ToneName, writeTone } from '../../../src/senses/tones.ts';

const rate = 44_100;
const names: readonly ToneName[] = ['good', 'lost', 'captured'];

async function render(name: ToneName): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, rate, rate);
  writeTone(context, name, 0);
  return (await context.startRendering()).getChannelData(0);
}

/** Seconds from the beginning to the last sample that is not silent. */
const lengthOf = (samples: Float32Array): number => samples.findLastIndex((s) => Math.abs(s) > 1e-4) / rate;

/** The frequency, of 100 to 3,000 Hz, that is strongest between two moments (Goertzel at every 10 Hz). */
function pitch(samples: Float32Array, from: number, to: number): number {
  const part = samples.subarray(Math.round(from * rate), Math.round(to * rate));
  let [best, strongest] = [0, 0];
  for (let hertz = 100; hertz <= 3000; hertz += 10) {
    let [re, im] = [0, 0];
    part.forEach((sample, i) => {
      re += sample * Math.cos((2 * Math.PI * hertz * i) / rate);
      im += sample * Math.sin((2 * Math.PI * hertz * i) / rate);
    });
    const power = re * re + im * im;
    if (power > strongest) [best, strongest] = [hertz, power];
  }
  return best;
}

describe('tones', () => {
  it.each(names)('%s is heard, is short, and is not loud', async (name) => {
    const samples = await render(name);
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeGreaterThan(0.1);
    expect(peak).toBeLessThan(0.5);
    expect(lengthOf(samples)).toBeLessThan(0.4);
  });

  it.each(names)('%s begins and ends without a click', async (name) => {
    const samples = await render(name);
    const end = samples.findLastIndex((sample) => sample !== 0);
    expect(Math.abs(samples[1] ?? 1)).toBeLessThan(0.01);
    expect(Math.abs(samples[end] ?? 1)).toBeLessThan(0.01);
  });

  it('rise when a good view comes, fall when it is lost, and click high when a picture is kept', async () => {
    const [good, lost, captured] = await Promise.all(names.map(render));
    if (!good || !lost || !captured) throw new Error('not rendered');
    expect(pitch(good, 0.12, 0.3) / pitch(good, 0, 0.1)).toBeGreaterThan(1.3);
    expect(pitch(lost, 0.12, 0.3) / pitch(lost, 0, 0.1)).toBeLessThan(0.77);
    expect(pitch(captured, 0, 0.06)).toBeGreaterThan(1.5 * pitch(good, 0.12, 0.3));
    expect(lengthOf(captured)).toBeLessThan(0.1);
  });
});
