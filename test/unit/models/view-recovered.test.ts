import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/analysis.ts';
import { drawExample } from '../../../src/phantom/draw-example.ts';
import { findSector } from '../../../src/pixels/find-sector.ts';
import { fitModelInput } from '../../../src/pixels/fit-model-input.ts';
import { isInside } from '../../../src/pixels/polygon.ts';
import type { LoadedModel } from '../../../workers/graph-model.ts';
import { readAnatomy } from '../../../workers/read-anatomy.ts';
import { readLabels } from '../../../workers/read-quality.ts';
import { proveModel } from '../../../workers/self-test.ts';
import { viewGeometry } from '../../../workers/view-geometry.ts';
import { openPackage, useWasm } from '../../fixtures/open-package.ts';
import { areaUnderCurve, median } from '../../fixtures/statistics.ts';

/** Neither training nor its measuring draws these. */
const firstSeed = 771_000_000;
const count = 40;
const side = 256;

interface Read {
  readonly truth: ReturnType<typeof drawExample>['truth'];
  readonly labels: Assessment['labels'];
  readonly anatomy: Assessment['anatomy'];
}

let model: LoadedModel;
const read: Read[] = [];

beforeAll(async () => {
  await useWasm();
  ({ model } = await proveModel(await openPackage('kidney-view')));
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const { image, truth } = drawExample(seed, { width: side, height: side });
    const sector = findSector(image);
    if (sector === null) continue;
    const { grey, placement } = fitModelInput(image, sector, viewGeometry(model.card));
    const outputs = await model.run(grey);
    const anatomy = readAnatomy(model.card, outputs, { placement, sector, shadows: [] });
    read.push({ truth, labels: readLabels(model.card, outputs), anatomy });
  }
}, 120_000);

afterAll(() => model.dispose());

test('nearly every simulated picture has a sector', () => {
  expect(read.length).toBeGreaterThanOrEqual(0.9 * count);
});

describe('the truth of simulated patients is recovered', () => {
  test('where there is a kidney, by its outline', () => {
    const dice = read.filter(({ truth }) => isClear(truth)).map(capsuleDice);
    expect(dice.length).toBeGreaterThan(8);
    expect(median(dice)).toBeGreaterThan(0.9);
  });

  test.each(['artefact', 'gain', 'position', 'wrong'] as const)('%s', (label) => {
    const known = read.filter(({ truth }) => truth.quality.labels[label] !== null);
    const scores = known.map(({ truth, labels }) => ({
      holds: truth.quality.labels[label] === true,
      score: labels.find((reading) => reading.label === label)?.probability ?? Number.NaN,
    }));
    expect(areaUnderCurve(scores)).toBeGreaterThan(0.8);
  });
});

/** A whole kidney that nothing hides. */
function isClear({ quality }: Read['truth']): boolean {
  const { labels } = quality;
  return labels.wrong === false && labels.artefact === false && labels.position === false;
}

function capsuleDice({ truth, anatomy }: Read): number {
  const mask = truth.mask('capsule');
  const contour = anatomy?.outlines.find(({ structure }) => structure === 'capsule')?.contours[0] ?? [];
  let [both, either] = [0, 0];
  mask.forEach((inTruth, i) => {
    const outlined = isInside(contour, { x: (i % side) + 0.5, y: Math.floor(i / side) + 0.5 }) ? 1 : 0;
    both += inTruth * outlined;
    either += inTruth + outlined;
  });
  return (2 * both) / Math.max(1, either);
}
