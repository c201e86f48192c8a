import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawPicture, drawPixels } from '../fixtures/draw-picture.ts';
import { makeTinyPackage } from '../fixtures/make-tiny-package.ts';
import {
  deleteModelDatabase,
  startTinyInference,
  type TinyInference,
} from '../fixtures/start-tiny-inference.ts';

let inference: TinyInference;

beforeEach(deleteModelDatabase);
afterEach(() => inference.stop());

describe('the ladder', () => {
  test('WASM runs the golden picture and says what was left before it', async () => {
    inference = await startTinyInference({ options: { without: ['webgpu', 'wasm-threads'] } });
    const engine = await inference.start();
    expect(engine).toMatchObject({ backend: 'wasm', threads: 1, adapter: null });
    expect(engine.rejected).toEqual([
      { backend: 'webgpu', reason: 'left out' },
      { backend: 'wasm-threads', reason: 'left out' },
    ]);
    expect(engine.selfTest.passed).toBe(true);
    expect(engine.selfTest.largestDifference).toBeLessThan(1e-4);
  });

  test('threads run on four cores when the page is isolated', async () => {
    expect(crossOriginIsolated).toBe(true);
    inference = await startTinyInference({ orders: [{ test: 'pretend-cores', cores: 4 }] });
    expect(await inference.start()).toMatchObject({
      backend: 'wasm-threads',
      threads: 2,
      rejected: [{ backend: 'webgpu', reason: 'left out' }],
      selfTest: { passed: true },
    });
    expect((await inference.analyse(() => drawPicture('sector'))).outcome.kind).toBe('assessed');
  });

  test('two cores are too few for threads', async () => {
    inference = await startTinyInference({ orders: [{ test: 'pretend-cores', cores: 2 }] });
    const { backend, rejected } = await inference.start();
    expect(backend).toBe('wasm');
    expect(rejected[1]).toEqual({ backend: 'wasm-threads', reason: '2 cores are too few for threads' });
  });

  test('a rung that fails gives way to the next, down to plain JavaScript', async () => {
    inference = await startTinyInference({
      options: { without: ['webgpu', 'wasm-threads'] },
      orders: [{ test: 'break-rung', backend: 'wasm' }],
    });
    const engine = await inference.start();
    expect(engine.backend).toBe('cpu');
    expect(engine.rejected.at(-1)).toEqual({ backend: 'wasm', reason: 'Error: broken by the test' });
    expect((await inference.analyse(() => drawPicture('sector'))).backend).toBe('cpu');
  });

  test('a software GPU is left for WASM, and the reason names it', async () => {
    inference = await startTinyInference({ options: { without: ['wasm-threads'] } });
    const { backend, rejected } = await inference.start();
    expect(backend).toBe('wasm');
    expect(rejected[0]).toMatchObject({ backend: 'webgpu' });
  });

  test('when every rung is left out the start fails with the reasons', async () => {
    inference = await startTinyInference({ options: { without: ['webgpu', 'wasm-threads', 'wasm', 'cpu'] } });
    await expect(inference.start()).rejects.toMatchObject({ code: 'backend-missing' });
  });
});

describe('an analysis', () => {
  beforeEach(async () => {
    inference = await startTinyInference({ options: { without: ['webgpu', 'wasm-threads'] } });
  });

  test('gives labels, map, sector, meters, and what produced them', async () => {
    const { outcome, ...analysis } = await inference.analyse(() => drawPicture('sector', 800, 600));
    expect(analysis).toMatchObject({
      width: 512,
      height: 384,
      backend: 'wasm',
      model: { name: 'kidney-view' },
    });
    if (outcome.kind !== 'assessed') throw new Error(outcome.refusal);
    expect(outcome.labels.map(({ label }) => label)).toEqual([
      'artefact',
      'gain',
      'position',
      'optimal',
      'wrong',
    ]);
    expect(outcome.map).toMatchObject({ rows: 8, columns: 8 });
    expect(outcome.map.values).toHaveLength(8 * 8 * 5);
    expect(outcome.sector.shape).toBe('fan');
    expect(outcome.novelty).toBeGreaterThan(0);
    expect(outcome.novelty).toBeLessThan(1);
    expect(analysis.timing.total).toBeGreaterThanOrEqual(analysis.timing.model);
  });

  test('the map covers the sector in pixels of the analysed picture', async () => {
    const { outcome } = await inference.analyse(() => drawPicture('sector'));
    if (outcome.kind !== 'assessed') throw new Error(outcome.refusal);
    const { covers } = outcome.map;
    const { bounds } = outcome.sector;
    // Letterboxed into a square: the longer side fits exactly, and the centres agree.
    expect(Math.max(bounds.width, bounds.height)).toBeCloseTo(covers.width, 3);
    expect(covers.x + covers.width / 2).toBeCloseTo(bounds.x + bounds.width / 2, 3);
    expect(covers.y + covers.height / 2).toBeCloseTo(bounds.y + bounds.height / 2, 3);
  });

  test('pixels give what a bitmap gives', async () => {
    const fromBitmap = await inference.analyse(() => drawPicture('sector'));
    const fromPixels = await inference.analyse(async () => drawPixels('sector'));
    expect(fromPixels.outcome).toEqual(fromBitmap.outcome);
  });

  test('a camera’s frame gives what its pixels give', async () => {
    const pixels = drawPixels('sector');
    const fromPixels = await inference.analyse(async () => pixels);
    const fromFrame = await inference.analyse(async () => frameOf(drawPixels('sector')));
    if (fromFrame.outcome.kind !== 'assessed' || fromPixels.outcome.kind !== 'assessed')
      throw new Error('declined');
    expect(fromFrame.outcome.sector.bounds).toEqual(fromPixels.outcome.sector.bounds);
    expect(fromFrame.outcome.meters.brightness).toBeCloseTo(fromPixels.outcome.meters.brightness, 0);
    for (const [i, { probability }] of fromFrame.outcome.labels.entries()) {
      expect(probability).toBeCloseTo(fromPixels.outcome.labels[i]?.probability ?? -1, 2);
    }
  });

  test.each([
    ['black', 'single-colour'],
    ['colour-photo', 'colour-photo'],
    ['text-only', 'no-sector'],
    ['bright-sector', 'not-ultrasound'],
  ] as const)('a picture that is %s is declined as %s', async (scene, refusal) => {
    inference.stop();
    const shipped = await makeTinyPackage({
      tweakCard: (card) => ({
        ...card,
        outputs: card.outputs.map((output) =>
          output.task === 'novelty' ? { ...output, threshold: 0.2 } : output,
        ),
      }),
    });
    inference = await startTinyInference({ shipped, options: { without: ['webgpu', 'wasm-threads'] } });
    const { outcome } = await inference.analyse(() => drawPicture(scene));
    expect(outcome).toMatchObject({ kind: 'declined', refusal });
  });

  test('200 pictures leave no tensor behind', { timeout: 120_000 }, async () => {
    await inference.analyse(() => drawPicture('sector'));
    const before = await inference.countTensors();
    for (let n = 0; n < 200; n++) await inference.analyse(() => drawPicture('sector', 80, 60));
    expect(await inference.countTensors()).toBe(before);
  });

  test('answers come in the order of the questions', async () => {
    await inference.start();
    const pictures = await Promise.all([drawPicture('sector'), drawPicture('sector')]);
    const order: string[] = [];
    const note = (what: string) => () => order.push(what);
    await Promise.all([
      ...pictures.map((picture, n) =>
        inference.ask('analyse', { picture, withAnatomy: true }, [picture]).then(note(`picture ${n}`)),
      ),
      inference.ask('listModels', null).then(note('list')),
    ]);
    expect(order).toEqual(['picture 0', 'picture 1', 'list']);
  });
});

test('a model that gives no number stops loudly', async () => {
  const shipped = await makeTinyPackage({ isNanWhenBright: true });
  inference = await startTinyInference({ shipped, options: { without: ['webgpu', 'wasm-threads'] } });
  await expect(inference.analyse(() => drawPicture('bright-sector'))).rejects.toMatchObject({
    code: 'model-output',
    detail: 'novelty is not finite',
  });
});

/** A grey picture as cameras give it: NV12, levels from 16 to 235. */
function frameOf({ data, width, height }: ImageData): VideoFrame {
  const nv12 = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let i = 0; i < width * height; i++) nv12[i] = Math.round(16 + ((data[4 * i] ?? 0) * 219) / 255);
  const colorSpace = { fullRange: false, matrix: 'smpte170m' } as const;
  const size = { codedWidth: width, codedHeight: height };
  return new VideoFrame(nv12, { ...size, format: 'NV12', timestamp: 0, colorSpace });
}
