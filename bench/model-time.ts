import { openPackage, useWasm } from '../test/fixtures/open-package.ts';
import type { LoadedModel, Task } from '../workers/graph-model.ts';
import { proveModel } from '../workers/self-test.ts';
import { type Figure, median, spread } from './figure.ts';

const warmUp = 5;
const counted = 40;

interface Bout {
  readonly model: string;
  readonly name: string;
  /** All outputs when left out. */
  readonly tasks?: readonly Task[];
  readonly target: string;
}

const bouts: readonly Bout[] = [
  { model: 'kidney-view', name: 'quality alone', tasks: ['quality'], target: '≤ 30' },
  {
    model: 'kidney-view',
    name: 'quality and segmentation',
    tasks: ['quality', 'segmentation'],
    target: '≤ 60',
  },
  { model: 'kidney-crop', name: 'everything', target: '≤ 30' },
  { model: 'tissue-layers', name: 'everything', target: '–' },
];

/** Forward passes and reading back on the WASM backend in Node, one thread; only the outputs that are asked for run. */
export async function measureModels(): Promise<Figure[]> {
  await useWasm();
  const figures: Figure[] = [];
  for (const { model: name, name: what, tasks, target } of bouts) {
    const { model } = await proveModel(await openPackage(name));
    const times = await timeRuns(model, tasks);
    model.dispose();
    figures.push({
      name: `${name}, ${what}, WASM, one thread`,
      value: Math.round(median(times) * 10) / 10,
      unit: 'ms',
      target,
      note: spread(times, 1),
    });
  }
  return figures;
}

async function timeRuns(model: LoadedModel, tasks: readonly Task[] | undefined): Promise<number[]> {
  const { width, height } = model.card.input;
  const grey = Uint8Array.from({ length: width * height }, (_, i) => (i * 31) % 200);
  const times: number[] = [];
  for (let i = 0; i < warmUp + counted; i++) {
    const began = performance.now();
    await model.run(grey, tasks);
    times.push(performance.now() - began);
  }
  return times.slice(warmUp);
}
