import { describe, expect, test } from 'vitest';
import type { Card } from '../../../workers/card.ts';
import { readCard } from '../../../workers/read-card.ts';
import { viewGeometry } from '../../../workers/view-geometry.ts';
import { makeTinyPackage } from '../../fixtures/make-tiny-package.ts';

async function cardBytes(tweak: (card: Card) => unknown = (card) => card): Promise<ArrayBuffer> {
  const files = await makeTinyPackage({ tweakCard: tweak });
  return (files.get('card.json') ?? new Uint8Array()).slice().buffer;
}

/** The golden pictures without expected values. */
function noLogits(card: Card): unknown {
  return card.golden.map((golden) => ({ ...golden, outputs: {} }));
}

describe('a card is read', () => {
  test('when it is whole', async () => {
    expect(readCard(await cardBytes())).toMatchObject({ name: 'kidney-view', version: '1.0.0' });
  });

  test.each<[string, string, (card: Card) => unknown]>([
    ['a version that is no version', 'version', (card) => ({ ...card, version: '1' })],
    [
      'a path that leaves the folder',
      'files.0.path',
      (card) => ({ ...card, files: [{ ...card.files[0], path: '../x.bin' }, ...card.files] }),
    ],
    ['a field it does not know', 'extra', (card) => ({ ...card, extra: 1 })],
    [
      'a golden input that is no file of it',
      'golden/none.bin',
      (card) => ({ ...card, golden: [{ input: 'golden/none.bin', outputs: {}, tolerance: 1 }] }),
    ],
    [
      'no model.json',
      'model.json',
      (card) => ({ ...card, files: card.files.filter(({ path }) => path !== 'model.json') }),
    ],
    [
      'a golden output that is no output',
      'none',
      (card) => ({ ...card, golden: [{ ...card.golden[0], outputs: { none: [1] } }] }),
    ],
    [
      'grey with three channels',
      '3 channels',
      (card) => ({ ...card, input: { ...card.input, channels: 3 } }),
    ],
    [
      'four thresholds for five labels',
      'threshold',
      (card) => ({
        ...card,
        outputs: card.outputs.map((output) =>
          output.task === 'quality' ? { ...output, thresholds: [1, 1, 1, 1] } : output,
        ),
      }),
    ],
  ])('not with %s', async (_what, detail, tweak) => {
    const bytes = await cardBytes(tweak);
    expect(() => readCard(bytes)).toThrow(
      expect.objectContaining({ code: 'package-damaged', detail: expect.stringContaining(detail) }),
    );
  });

  test('not when it is no JSON', () => {
    const bytes = new TextEncoder().encode('{').slice().buffer;
    expect(() => readCard(bytes)).toThrow(expect.objectContaining({ code: 'package-damaged' }));
  });

  test('also when it is of a model for another task, which then judges no views', async () => {
    const outputs = [{ task: 'features', tensor: 'logits', length: 5 }];
    const card = readCard(await cardBytes((whole) => ({ ...whole, golden: noLogits(whole), outputs })));
    expect(() => viewGeometry(card)).toThrow(
      expect.objectContaining({ code: 'package-task', detail: 'features' }),
    );
  });

  test('but a model of kidney crops judges no views, whatever its task', async () => {
    const card = readCard(
      await cardBytes((whole) => ({ ...whole, input: { ...whole.input, region: 'kidney-crop' } })),
    );
    expect(() => viewGeometry(card)).toThrow(expect.objectContaining({ code: 'package-task' }));
    expect(viewGeometry(readCard(await cardBytes()))).toMatchObject({ region: 'sector', width: 16 });
  });
});
