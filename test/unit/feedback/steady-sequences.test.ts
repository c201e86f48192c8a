import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/analysis.ts';
import { keyOf } from '../../../src/feedback/verdict.ts';
import { LiveView } from '../../../src/live-view.ts';
import { analyse } from '../../../workers/analyse.ts';
import { proveModel } from '../../../workers/self-test.ts';
import type { Session } from '../../../workers/session.ts';
import { judgeCalm, type Look, type Told } from '../../fixtures/judge-calm.ts';
import { lookAt, type SequenceWish, type TrueLook } from '../../fixtures/live-sequence.ts';
import { openPackage, useWasm } from '../../fixtures/open-package.ts';

/** Node has no pictures: the one class that the line from pixels to verdict asks for. */
class Pixels {
  readonly data: Uint8ClampedArray;
  constructor(
    readonly width: number,
    readonly height: number,
    grey: Uint8Array,
  ) {
    this.data = new Uint8ClampedArray(4 * width * height).fill(255);
    grey.forEach((value, i) => void this.data.fill(value, 4 * i, 4 * i + 3));
  }
}

const good = { seconds: 1.6 };
const sequences: readonly SequenceWish[] = [
  { name: 'a slide along the kidney and back', seed: 501, phases: [good, { ...good, slideCm: 5.5 }, good] },
  {
    name: 'too much gain, then too little',
    seed: 502,
    phases: [{ ...good, gainDb: 14 }, good, { ...good, gainDb: -16 }],
  },
];

let session: Session;

beforeAll(async () => {
  Object.assign(globalThis, { ImageData: Pixels });
  await useWasm();
  const active = await proveModel(await openPackage('kidney-view'));
  // What `analyse` asks of a session: the shelf and the network stay out of it.
  session = { active, engine: { backend: 'wasm' }, lost: null } as unknown as Session;
}, 60_000);

afterAll(() => {
  session.active.model.dispose();
  Reflect.deleteProperty(globalThis, 'ImageData');
});

/** The shipped model under the real live view, look by look. */
async function watch(sequence: SequenceWish): Promise<Look[]> {
  const looks: Look[] = [];
  let analysis: Analysis | null = null;
  const view = new LiveView({ analyse: async () => analysis ?? Promise.reject(new Error('no look')) });
  async function* glimpses() {
    for (const look of lookAt(sequence)) {
      analysis = await judge(look);
      yield { picture: { close: () => undefined } as ImageBitmap, atMs: look.atMs };
      const steady = view.moment.peek()?.steady;
      if (steady) looks.push({ ...look, outcome: analysis.outcome, shown: keyOf(steady.verdict) });
    }
  }
  await view.watch(glimpses());
  return looks;
}

function judge({ image }: TrueLook): Promise<Analysis> {
  const picture = new Pixels(image.width, image.height, image.data) as unknown as ImageData;
  return analyse(session, { picture, withAnatomy: false });
}

describe.each(sequences)('$name', (sequence) => {
  let told: readonly Told[] = [];

  beforeAll(async () => {
    told = judgeCalm(await watch(sequence));
  }, 180_000);

  it('is told truth by truth, by a model that sees each', () => {
    expect(told).toHaveLength(3);
    expect(told.every(({ isModelRight }) => isModelRight)).toBe(true);
  });

  it('changes the verdict once for each change of the truth, however hand and breath move', () => {
    expect(told.map(({ changes }) => changes)).toEqual([0, 1, 1]);
  });

  it('changes it within half a second', () => {
    for (const { truth, delayMs } of told) expect(delayMs, truth).toBeLessThanOrEqual(500);
  });
});
