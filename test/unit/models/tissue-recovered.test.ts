import { afterAll, beforeAll, expect, test } from 'vitest';
import { setMachine } from '../../../src/phantom/machine.ts';
import { samplePhantom } from '../../../src/phantom/phantom.ts';
import { holdProbe, probeModels } from '../../../src/phantom/probe.ts';
import { Region, type RegionName } from '../../../src/phantom/region.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { truthMaps } from '../../../src/phantom/truth-maps.ts';
import { findSector } from '../../../src/pixels/find-sector.ts';
import { fitModelInput } from '../../../src/pixels/fit-model-input.ts';
import type { LoadedModel } from '../../../workers/graph-model.ts';
import { type OutputOf, valuesOf } from '../../../workers/read-outputs.ts';
import { proveModel } from '../../../workers/self-test.ts';
import { openPackage, useWasm } from '../../fixtures/open-package.ts';
import { median } from '../../fixtures/statistics.ts';

/** Neither training nor its measuring draws these. */
const firstSeed = 774_000_000;
const count = 12;
const side = 320;

/** For each limb: the layer that the model gives and the region that is there, pixel by pixel. */
interface Read {
  readonly layers: readonly string[];
  readonly regions: Uint8Array;
}

let model: LoadedModel;
const read: Read[] = [];

beforeAll(async () => {
  await useWasm();
  ({ model } = await proveModel(await openPackage('tissue-layers')));
  for (let i = 0; i < count; i++) {
    const one = await readLimb(firstSeed + i);
    if (one !== null) read.push(one);
  }
}, 120_000);

afterAll(() => model.dispose());

test('nearly every limb has a sector', () => {
  expect(read.length).toBeGreaterThanOrEqual(count - 2);
});

test.each<[string, readonly RegionName[], number]>([
  ['muscle', ['muscle'], 0.9],
  ['skin-fat', ['skin', 'subcutaneousFat'], 0.85],
])('%s is found where it is', (layer, names, least) => {
  expect(median(read.map((one) => diceOf(one, layer, names)))).toBeGreaterThan(least);
});

function diceOf({ layers, regions }: Read, layer: string, names: readonly RegionName[]): number {
  const wanted = new Set<number>(names.map((name) => Region[name]));
  let [both, either] = [0, 0];
  regions.forEach((region, i) => {
    const isThere = wanted.has(region) ? 1 : 0;
    const isFound = layers[i] === layer ? 1 : 0;
    both += isThere * isFound;
    either += isThere + isFound;
  });
  return (2 * both) / Math.max(1, either);
}

async function readLimb(seed: number): Promise<Read | null> {
  const phantom = samplePhantom(seed, { organ: 'muscle' });
  const probe = holdProbe({ model: { ...probeModels.linear, halfWidthCm: 2.4 } });
  const machine = setMachine({ depthCm: 4.5, focusCm: 2, frequencyMhz: 10 });
  const rendering = renderPhantom(phantom, { probe, machine }, { width: side, height: side });
  const sector = findSector(rendering.image);
  if (sector === null) return null;
  const { width, height, region, fit } = model.card.input;
  if (region === 'kidney-crop') throw new Error('tissue is read from whole sectors');
  const { grey, placement } = fitModelInput(rendering.image, sector, { width, height, region, fit });
  const task = model.card.outputs.find(isMultiClass);
  const { shape, values } = valuesOf(await model.run(grey), task?.tensor ?? '');
  const [, rows = 0, columns = 0, channels = 0] = shape;
  const { regions } = truthMaps(rendering);
  const layers = Array.from(regions, (_, i) => {
    const x = (((i % side) + 0.5) * placement.scaleX + placement.offsetX) * (columns / width);
    const y = ((Math.floor(i / side) + 0.5) * placement.scaleY + placement.offsetY) * (rows / height);
    const cell = Math.floor(y) * columns + Math.floor(x);
    const logits = values.subarray(cell * channels, (cell + 1) * channels);
    return task?.layers[logits.indexOf(Math.max(...logits))] ?? '';
  });
  return { layers, regions };
}

function isMultiClass(output: LoadedModel['card']['outputs'][number]): output is OutputOf<'tissue'> {
  return output.task === 'tissue' && output.activation === 'softmax';
}
