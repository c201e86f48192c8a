import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Polygon } from '../../../src/annotation/annotation.ts';
import { estimateMean } from '../../../src/evaluation/bootstrap.ts';
import { drawMask } from '../../../src/evaluation/draw-mask.ts';
import { cohenKappa, confusionOf } from '../../../src/evaluation/kappa.ts';
import { countOverlap, dice, jaccard } from '../../../src/evaluation/overlap.ts';
import { percentile } from '../../../src/evaluation/percentile.ts';
import { surfaceOf } from '../../../src/evaluation/surface.ts';
import { edgeDistances, type PixelSize } from '../../../src/evaluation/surface-distances.ts';

/** What test/vectors/make_agreement_vectors.py writes. */
interface Vectors {
  readonly masks: readonly MaskCase[];
  readonly kappas: readonly KappaCase[];
  readonly means: readonly { values: number[]; mean: number; interval: [number, number] }[];
  readonly percentiles: readonly { values: number[]; share: number; percentile: number }[];
}

interface MaskCase {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly pixel: PixelSize;
  readonly a: readonly Ring[];
  readonly b: readonly Ring[];
  readonly areas: readonly [number, number];
  readonly dice: number | null;
  readonly jaccard: number | null;
  readonly distances: { readonly hausdorff: number; readonly hausdorff95: number } | null;
}

interface Ring {
  readonly outer: [number, number][];
  readonly holes: [number, number][][];
}

interface KappaCase {
  readonly name: string;
  readonly size: number;
  readonly a: number[];
  readonly b: number[];
  readonly confusion: number[][];
  readonly equal: number | null;
  readonly quadratic: number | null;
}

const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/agreement.json', import.meta.url), 'utf8'),
) as Vectors;

const toPoints = (ring: readonly [number, number][]) => ring.map(([x, y]) => ({ x, y }));

const toPolygon = ({ outer, holes }: Ring): Polygon => ({
  kind: 'polygon',
  outer: toPoints(outer),
  holes: holes.map(toPoints),
});

describe('masks agree with scipy and scikit-learn', () => {
  it.each(vectors.masks)('$name', ({ width, height, pixel, areas, ...expected }) => {
    const box = { x: 0, y: 0, width, height };
    const a = drawMask(expected.a.map(toPolygon), box);
    const b = drawMask(expected.b.map(toPolygon), box);
    const overlap = countOverlap(a, b);
    expect([overlap.a, overlap.b]).toEqual(areas);
    expectNear(dice(overlap), expected.dice);
    expectNear(jaccard(overlap), expected.jaccard);
    const found = edgeDistances(surfaceOf(a), surfaceOf(b), pixel);
    expectNear(found?.hausdorff ?? null, expected.distances?.hausdorff ?? null);
    expectNear(found?.hausdorff95 ?? null, expected.distances?.hausdorff95 ?? null);
  });
});

describe('kappa agrees with scikit-learn', () => {
  it.each(vectors.kappas)('$name', ({ size, a, b, confusion, equal, quadratic }) => {
    const counts = confusionOf(
      a.map((grade, i) => ({ a: grade, b: b[i] ?? Number.NaN })),
      size,
    );
    expect(counts).toEqual(confusion);
    expectNear(cohenKappa(counts, 'equal'), equal);
    expectNear(cohenKappa(counts, 'quadratic'), quadratic);
  });
});

it('percentiles agree with numpy', () => {
  expect(vectors.percentiles.length).toBe(12);
  for (const { values, share, percentile: expected } of vectors.percentiles) {
    expectNear(percentile(values, share), expected);
  }
});

it('bootstrap intervals of a mean agree with scipy, but for the luck of the draw', () => {
  expect(vectors.means.length).toBe(2);
  for (const { values, mean, interval } of vectors.means) {
    const found = estimateMean(values);
    expectNear(found?.value ?? null, mean);
    const width = interval[1] - interval[0];
    expect(Math.abs((found?.interval?.[0] ?? Number.NaN) - interval[0])).toBeLessThan(0.06 * width);
    expect(Math.abs((found?.interval?.[1] ?? Number.NaN) - interval[1])).toBeLessThan(0.06 * width);
  }
});

function expectNear(found: number | null, expected: number | null): void {
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 10);
}
