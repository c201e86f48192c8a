import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/phantom/person.ts';
import { type Phantom, samplePhantom } from '../../../src/phantom/phantom.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { examine } from './steady-patient.ts';

function sizes(person: Partial<Person>, count = 400): NonNullable<Phantom['scene']['kidney']>['size'][] {
  return Array.from(
    { length: count },
    (_, seed) => samplePhantom(seed, { person }).scene.kidney?.size,
  ).flatMap((size) => (size === undefined ? [] : [size]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const product = mean(a.map((value, i) => (value - ma) * ((b[i] ?? 0) - mb)));
  return product / Math.sqrt(mean(a.map((v) => (v - ma) ** 2)) * mean(b.map((v) => (v - mb) ** 2)));
}

describe('patients', () => {
  it('have the published length and width on either side', () => {
    const adult = { ageYears: 45, egfr: 100 };
    const right = sizes({ ...adult, side: 'right' });
    const left = sizes({ ...adult, side: 'left' });
    expect(mean(right.map((s) => s.lengthCm))).toBeCloseTo(10.62, 0);
    expect(Math.abs(mean(right.map((s) => s.lengthCm)) - 10.62)).toBeLessThan(0.12);
    expect(Math.abs(mean(left.map((s) => s.lengthCm)) - 10.76)).toBeLessThan(0.12);
    expect(Math.abs(mean(right.map((s) => s.widthCm)) - 4.78)).toBeLessThan(0.25);
    expect(Math.min(...right.map((s) => s.cortexCm))).toBeGreaterThan(0.6);
    expect(Math.max(...right.map((s) => s.cortexCm))).toBeLessThan(1.1);
  });

  it('grow with height as children', () => {
    for (const heightCm of [80, 110, 140]) {
      const children = sizes({ ageYears: 8, heightCm, egfr: 100, side: 'right' }, 200);
      expect(Math.abs(mean(children.map((s) => s.lengthCm)) - (0.051 * heightCm + 2.102))).toBeLessThan(0.15);
    }
  });

  it('show their function: shorter, thinner and brighter kidneys with less of it', () => {
    const adults = Array.from({ length: 400 }, (_, seed) =>
      samplePhantom(seed, { person: { ageYears: 60 } }),
    );
    const egfr = adults.map(({ person }) => person.egfr);
    const of = (key: 'lengthCm' | 'cortexCm' | 'cortexDb' | 'medullaDb'): number[] =>
      adults.map(({ scene }) => scene.kidney?.size[key] ?? 0);
    expect(correlation(egfr, of('lengthCm'))).toBeGreaterThan(0.4);
    expect(correlation(egfr, of('cortexCm'))).toBeGreaterThan(correlation(egfr, of('lengthCm')));
    expect(correlation(egfr, of('cortexDb'))).toBeLessThan(-0.4);
    expect(correlation(egfr, of('medullaDb'))).toBeLessThan(-0.4);
  });
});

describe('live view', () => {
  it('changes little from frame to frame and more with the breath', () => {
    const { phantom, how } = examine(4);
    const frame = (timeSeconds: number): number[] =>
      Array.from(renderPhantom(phantom, how, { width: 128, height: 128, timeSeconds }).image.data);
    const [start, next, late] = [frame(0), frame(1 / 30), frame(phantom.scene.breathing.periodSeconds / 2)];
    expect(next).not.toEqual(start);
    expect(correlation(start, next)).toBeGreaterThan(0.97);
    expect(correlation(start, late)).toBeLessThan(correlation(start, next) - 0.05);
  });

  it('comes back to the same tissue with each breath', () => {
    const { phantom, how } = examine(4);
    const quiet = { ...how, machine: { ...how.machine, noiseDb: -300 } };
    const frame = (timeSeconds: number): Uint8Array =>
      renderPhantom(phantom, quiet, { width: 96, height: 96, timeSeconds }).image.data;
    expect(frame(phantom.scene.breathing.periodSeconds)).toEqual(frame(0));
  });
});
