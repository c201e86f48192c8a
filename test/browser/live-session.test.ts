import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { createEncoder, type Encoder } from '../../src/frame/encode-link.ts';
import type { Glimpse } from '../../src/frame/glimpse.ts';
import type { NewExamination } from '../../src/history/examination.ts';
import { splitPictures } from '../../src/history/stored-clip.ts';
import { LiveSession } from '../../src/live-session.ts';
import type { Picture } from '../../workers/protocol.ts';
import { makeAnalysis, makeOptimal } from '../fixtures/make-analysis.ts';

let encoder: Encoder;
let kept: NewExamination[];
/** The file that was begun last, and how long it took. */
let encoding: Promise<number>;

async function encode(given: Picture): Promise<Blob> {
  const began = performance.now();
  const file = encoder.encode(given);
  encoding = file.then(() => performance.now() - began);
  return file;
}

/** The recorder rests four times as long as it worked; a busy machine may take its time. */
async function untilRested(): Promise<void> {
  const ms = await encoding;
  await new Promise((resolve) => setTimeout(resolve, 5 * ms + 15));
}

beforeEach(async () => {
  encoder = createEncoder();
  // Its worker starts with the first picture.
  await encode(await picture(0));
  kept = [];
});

afterEach(() => encoder.end());

/** A grey picture; its grey is its number, so that a kept one can be told from the others. */
function picture(grey: number): Promise<ImageBitmap> {
  const data = new Uint8ClampedArray(32 * 24 * 4).map((_, i) => (i % 4 === 3 ? 255 : grey));
  return createImageBitmap(new ImageData(data, 32, 24));
}

async function greyOf(blob: Blob, x = 16): Promise<number> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(32, 24).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(x, 12, 1, 1).data[0] ?? -1;
}

interface Scripted {
  readonly atMs: number;
  readonly grey: number;
  readonly analysis: Analysis;
}

function makeSession(
  script: readonly Scripted[],
  holdMs: number | null,
  isIdentifying: boolean,
): LiveSession {
  const answers = script.map(({ analysis }) => analysis);
  return new LiveSession(() => ({ origin: 'camera', name: '', isIdentifying }), {
    async analyse(copy) {
      await copy();
      return answers.shift() ?? makeAnalysis(['wrong']);
    },
    encode,
    async keep(record) {
      kept.push(record);
      return null;
    },
    holdMs: signal(holdMs),
  });
}

async function play(
  script: readonly Scripted[],
  holdMs: number | null = null,
  isIdentifying = false,
): Promise<LiveSession> {
  const session = makeSession(script, holdMs, isIdentifying);
  async function* glimpses(): AsyncGenerator<Glimpse> {
    for (const { atMs, grey } of script) {
      yield { picture: await picture(grey), atMs };
      await untilRested();
    }
  }
  await session.watch(glimpses());
  await new Promise((resolve) => setTimeout(resolve, 60));
  return session;
}

const every = (ms: number, count: number, of: (i: number) => Analysis): Scripted[] =>
  Array.from({ length: count }, (_, i) => ({ atMs: 1000 + i * ms, grey: 10 + i * 4, analysis: of(i) }));

describe('the last ten seconds', () => {
  it('are there when time is frozen, and nothing older', async () => {
    const session = await play(every(500, 40, () => makeAnalysis(['gain'])));
    session.freeze();
    const looks = session.review.value?.looks ?? [];
    const last = looks[looks.length - 1]?.atMs ?? 0;
    expect(last).toBe(1000 + 39 * 500);
    expect(looks).toHaveLength(20);
    expect(last - (looks[0]?.atMs ?? 0)).toBeLessThan(10_000);
    expect(session.review.value?.chosen).toBe(19);
  });

  it('keep the picture that is chosen, with its own verdict', async () => {
    const script = every(100, 10, (i) => (i === 6 ? makeOptimal(0.97) : makeAnalysis(['gain'])));
    const session = await play(script);
    session.freeze();
    expect(session.review.value?.best).toBe(6);
    session.choose(6);
    const id = await session.keepChosen();
    expect(kept.map(({ examination }) => examination.id)).toEqual([id]);
    expect(kept[0]?.examination.verdict.kind).toBe('optimal');
    const grey = await greyOf(new Blob([kept[0]?.picture.bytes ?? new ArrayBuffer(0)]));
    expect(Math.abs(grey - 34)).toBeLessThanOrEqual(2);
    session.choose(99);
    expect(session.review.value?.chosen).toBe(9);
  });

  it('become a clip with a picture and a score for each moment', async () => {
    const session = await play(
      every(100, 10, (i) => (i === 3 ? makeOptimal(0.9) : makeAnalysis(['position']))),
    );
    session.freeze();
    await session.keepClip();
    const [record] = kept;
    expect(record?.examination.clip?.moments.map(({ atMs }) => atMs)).toEqual(
      Array.from({ length: 10 }, (_, i) => i * 100),
    );
    expect(record?.examination.clip?.best).toBe(3);
    const lengths = record?.clip?.lengths ?? [];
    const before = lengths.slice(0, 3).reduce((sum, length) => sum + length, 0);
    const third = record?.clip?.bytes.slice(before, before + (lengths[3] ?? 0));
    expect(Math.abs((await greyOf(new Blob([third ?? new ArrayBuffer(0)]))) - 22)).toBeLessThanOrEqual(2);
  });

  it('of another source are forgotten', async () => {
    const session = await play(every(100, 5, () => makeOptimal(0.9)));
    session.forget();
    session.freeze();
    expect(session.review.value).toBeNull();
  });
});

describe('a view whose text may name a patient', () => {
  it('is kept without what lies outside the sector, as a picture and as a clip', async () => {
    const analysis = { ...makeOptimal(0.9), width: 16, height: 12 };
    if (analysis.outcome.kind !== 'assessed') throw new Error('not assessed');
    // The right half, in pixels of an analysis of half the size.
    const outline = [
      { x: 8, y: 0 },
      { x: 16, y: 0 },
      { x: 16, y: 12 },
      { x: 8, y: 12 },
    ];
    const named = {
      ...analysis,
      outcome: { ...analysis.outcome, sector: { ...analysis.outcome.sector, outline } },
    };
    const script = every(100, 4, () => named).map((look) => ({ ...look, grey: 200 }));
    const session = await play(script, null, true);
    session.freeze();
    await session.keepChosen();
    await session.keepClip();
    const [alone, whole] = kept;
    const pictures = whole?.clip ? splitPictures(whole.clip) : [];
    expect(pictures).toHaveLength(4);
    for (const one of [new Blob([alone?.picture.bytes ?? new ArrayBuffer(0)]), ...pictures]) {
      expect(await greyOf(one, 4)).toBeLessThan(8);
      expect(await greyOf(one, 28)).toBeGreaterThan(192);
    }
  });
});

describe('a good view that is held', () => {
  it('is kept once by itself, the best moment of it', async () => {
    const script = every(100, 40, (i) =>
      i < 5 ? makeAnalysis(['gain']) : makeOptimal(i === 20 ? 0.99 : 0.8),
    );
    const session = await play(script, 2000);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.examination.analysis.outcome).toMatchObject({
      labels: expect.arrayContaining([expect.objectContaining({ label: 'optimal', probability: 0.99 })]),
    });
    expect(session.kept.value[0]).toMatchObject({ isAutomatic: true, unsaved: null });
  });

  it('is not kept when that is switched off', async () => {
    await play(
      every(100, 40, () => makeOptimal(0.9)),
      null,
    );
    expect(kept).toHaveLength(0);
  });
});
