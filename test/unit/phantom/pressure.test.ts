import { describe, expect, it } from 'vitest';
import { wallCm } from '../../../src/phantom/ask-wall.ts';
import { contactLost, press } from '../../../src/phantom/press.ts';
import { holdProbe, normalForceN } from '../../../src/phantom/probe.ts';
import { examine, picture, truthOf } from './steady-patient.ts';

const seeds = [3, 11, 21, 34];
const at = (seed: number, forceN: number) => truthOf(seed, { probe: { forceN }, side: 96 }).truth;

/** The kidney in the picture. */
function kidneyAt(seed: number, forceN: number) {
  const { kidney } = at(seed, forceN).quality.causes;
  if (kidney === null) throw new Error('no kidney');
  return kidney;
}

describe('a pressed probe', () => {
  it('leaves the body as it was drawn at the normal force', () => {
    const { scene } = examine(21).phantom;
    expect(press(scene, normalForceN).scene).toBe(scene);
    expect(picture(21, { probe: { forceN: normalForceN } }).image).toEqual(picture(21).image);
    expect(contactLost(holdProbe())).toEqual([0, 0]);
  });

  it('brings the kidney nearer, each newton by less than the one before', () => {
    for (const seed of seeds) {
      const depths = [4, 8, 12].map((forceN) => kidneyAt(seed, forceN).axialCm);
      const [light = 0, normal = 0, firm = 0] = depths;
      expect(normal).toBeLessThan(light - 0.02);
      expect(firm).toBeLessThan(normal - 0.02);
      expect(normal - firm).toBeLessThan(light - normal);
    }
  });

  it('brings it nearer by what the wall lost, whose layers keep their order and the skin its thickness', () => {
    const { scene } = examine(11).phantom;
    const pressed = press(scene, 16);
    expect(wallCm(scene.wall) - wallCm(pressed.scene.wall)).toBeCloseTo(-pressed.moved.z, 9);
    expect(pressed.scene.wall.skinCm).toBe(scene.wall.skinCm);
    const share = (layer: 'fatCm' | 'muscleCm') => pressed.scene.wall[layer] / scene.wall[layer];
    expect(share('fatCm')).toBeLessThan(share('muscleCm'));
    expect(share('fatCm')).toBeGreaterThan(0.55);
  });

  it('pushes gas out of the way, so that less of the kidney is hidden', () => {
    const hidden = (forceN: number): number =>
      seeds.reduce((sum, seed) => {
        const { truth } = truthOf(seed, { wish: { gas: true }, probe: { forceN }, side: 96 });
        return sum + (truth.quality.causes.kidney?.hiddenShare ?? 1);
      }, 0) / seeds.length;
    const [light, normal, firm] = [hidden(5), hidden(8), hidden(14)];
    expect(normal).toBeGreaterThan(0.15);
    expect(light).toBeGreaterThanOrEqual(normal);
    expect(firm).toBeLessThan(0.6 * normal);
  });

  it('loses contact at both edges when it is held too lightly, which hides what lies there', () => {
    const touching = picture(21);
    const light = picture(21, { probe: { forceN: 0 } });
    const last = (light.insonation.samples - 1) * light.insonation.beams;
    const lossAt = (beam: number): number => light.insonation.occlusionDb[last + beam] ?? 0;
    expect(lossAt(0)).toBeGreaterThan(20);
    expect(lossAt(light.insonation.beams - 1)).toBeGreaterThan(20);
    expect(lossAt(light.insonation.beams >> 1)).toBe(0);
    expect(touching.insonation.occlusionDb[last]).toBe(0);
    expect(at(21, 0).quality.labels.artefact).toBe(true);
    expect(at(21, 8).quality.labels.artefact).toBe(false);
    // Whoever lifts one side more than that has lifted it more.
    expect(contactLost(holdProbe({ forceN: 2, liftedLeft: 0.5 }))).toEqual([0.5, 0.17]);
  });

  it('flattens the kidney when it is pressed hard, at the same volume and length', () => {
    const before = examine(11).phantom.scene;
    const sizeAt = (forceN: number) => press(before, forceN).scene.kidney?.size;
    const [drawn, firm, hard] = [before.kidney?.size, sizeAt(14), sizeAt(24)];
    if (!drawn || !firm || !hard) throw new Error('no kidney');
    expect(firm).toEqual(drawn);
    expect(hard.widthCm).toBeLessThan(0.9 * drawn.widthCm);
    expect(hard.widthCm * hard.thicknessCm).toBeCloseTo(drawn.widthCm * drawn.thicknessCm, 9);
    expect(hard.lengthCm).toBe(drawn.lengthCm);
  });

  it('moves the speckle of the organs with them', () => {
    const side = 384;
    const [light, firm] = [3, 14].map((forceN) => picture(11, { probe: { forceN }, side }));
    if (!light || !firm) throw new Error('no picture');
    const { cmPerPixel } = light.grid.layout;
    const { scene } = examine(11).phantom;
    const rows = Math.round((press(scene, 14).moved.z - press(scene, 3).moved.z) / cmPerPixel);
    const middle = (data: Uint8Array, shift: number): number[] =>
      Array.from({ length: 24 * 40 }, (_, i) => {
        const [column, row] = [180 + (i % 24), 150 + Math.floor(i / 24)];
        return data[(row + shift) * side + column] ?? 0;
      });
    expect(rows).toBeLessThan(-5);
    const still = middle(light.image.data, 0);
    expect(correlation(still, middle(firm.image.data, rows))).toBeGreaterThan(0.87);
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const centre = (values: readonly number[]): number[] => {
    const middle = mean(values);
    return values.map((value) => value - middle);
  };
  const [fromA, fromB] = [centre(a), centre(b)];
  const product = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return product(fromA, fromB) / Math.sqrt(product(fromA, fromA) * product(fromB, fromB));
}
