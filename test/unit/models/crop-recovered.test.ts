import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluateBoostedTrees, parseBoostedTrees } from '../../../src/kidney-function/boosted-trees.ts';
import { alignMachine, alignProbe } from '../../../src/phantom/align-probe.ts';
import { type FindingKind, samplePhantom } from '../../../src/phantom/phantom.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { tellTruth } from '../../../src/phantom/tell-truth.ts';
import { findPoles } from '../../../src/pixels/find-poles.ts';
import { findSector } from '../../../src/pixels/find-sector.ts';
import { fitKidneyCrop } from '../../../src/pixels/fit-kidney-crop.ts';
import type { LoadedModel, Outputs } from '../../../workers/graph-model.ts';
import { fileOf } from '../../../workers/model-package.ts';
import { outputFor, valuesOf } from '../../../workers/read-outputs.ts';
import { proveModel } from '../../../workers/self-test.ts';
import { openPackage, useWasm } from '../../fixtures/open-package.ts';
import { areaUnderCurve, correlation } from '../../fixtures/statistics.ts';

/** Neither training nor its measuring draws these. */
const firstSeed = 773_000_000;
const side = 320;

interface Read {
  readonly egfr: number;
  readonly findings: readonly FindingKind[];
  readonly outputs: Outputs;
}

let model: LoadedModel;
let trees: ReturnType<typeof parseBoostedTrees>;
const read: Read[] = [];

beforeAll(async () => {
  await useWasm();
  const shipped = await openPackage('kidney-crop');
  ({ model } = await proveModel(shipped));
  const task = outputFor(shipped.card, 'boosted-trees');
  const text = new TextDecoder().decode(fileOf(shipped.files, task?.trees ?? ''));
  trees = parseBoostedTrees(JSON.parse(text));
  for (let i = 0; i < 40; i++) {
    const one = await readPatient(firstSeed + i, { egfr: 10 + (i % 10) * 12, isDilated: i % 2 === 0 });
    if (one !== null) read.push(one);
  }
}, 120_000);

afterAll(() => model.dispose());

test('nearly every patient gives a crop', () => {
  expect(read.length).toBeGreaterThan(32);
});

test('hydronephrosis is told from none', () => {
  const column = outputFor(model.card, 'findings')?.labels.indexOf('hydronephrosis') ?? -1;
  const scores = read.map(({ findings, outputs }) => ({
    holds: findings.includes('hydronephrosis'),
    score: valuesOf(outputs, nameOf('findings')).values[column] ?? Number.NaN,
  }));
  expect(areaUnderCurve(scores)).toBeGreaterThan(0.85);
});

test('the estimated function follows the true one', () => {
  const estimates = read.map(({ outputs }) => mean(valuesOf(outputs, nameOf('function')).values));
  expect(
    correlation(
      estimates,
      read.map(({ egfr }) => egfr),
    ),
  ).toBeGreaterThan(0.5);
});

test('the trees tell chronic kidney disease', () => {
  const scores = read.map(({ egfr, outputs }) => ({
    holds: egfr < 60,
    score: evaluateBoostedTrees(trees, valuesOf(outputs, nameOf('boosted-trees')).values),
  }));
  expect(areaUnderCurve(scores)).toBeGreaterThan(0.75);
});

function nameOf(task: 'findings' | 'function' | 'boosted-trees'): string {
  return outputFor(model.card, task)?.tensor ?? '';
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A patient in a good long view, cropped round the poles of the true capsule; null where no sector is found. */
async function readPatient(
  seed: number,
  { egfr, isDilated }: { readonly egfr: number; readonly isDilated: boolean },
): Promise<Read | null> {
  const findings: FindingKind[] = isDilated ? ['hydronephrosis'] : [];
  const phantom = samplePhantom(seed, { person: { egfr }, findings, hydronephrosisGrade: 3 });
  const examination = { probe: alignProbe(phantom), machine: alignMachine(phantom) };
  const rendering = renderPhantom(phantom, examination, { width: side, height: side });
  const capsule = tellTruth(phantom, examination, rendering).mask('capsule');
  const poles = findPoles({ width: side, height: side, data: capsule });
  const sector = findSector(rendering.image);
  if (poles === null || sector === null) return null;
  const { grey } = fitKidneyCrop(rendering.image, sector, { poles, side: model.card.input.width });
  return { egfr, findings, outputs: await model.run(grey) };
}
