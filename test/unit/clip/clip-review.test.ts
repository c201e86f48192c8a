import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis, QualityLabel } from '../../../src/analysis.ts';
import { ClipPlayer } from '../../../src/clip-player.ts';
import { ClipReview } from '../../../src/clip-review.ts';
import { Failure } from '../../../src/failure.ts';
import { type FakeBitmap, makeFakeBitmap, makeFakeClip } from '../../fixtures/fake-clip.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

const even = Array.from({ length: 10 }, (_, i) => i * 40);
const copies: FakeBitmap[] = [];

beforeEach(() => {
  copies.length = 0;
  // Node has none; a copy knows the frame that it is of.
  vi.stubGlobal('createImageBitmap', async (from: FakeBitmap) => makeFakeBitmap(from.index, copies));
});

interface Bench {
  readonly review: ClipReview;
  readonly fake: ReturnType<typeof makeFakeClip>;
  /** The frames that were analysed, in order. */
  readonly asked: number[];
  /** How many analyses were under way at once. */
  readonly most: () => number;
}

/** A review of ten frames; what each frame shows is given by `labelOf`. */
function makeBench(analyse: (index: number) => Analysis | Promise<Analysis>): Bench {
  const fake = makeFakeClip(even);
  const asked: number[] = [];
  let [underway, most, clock] = [0, 0, 0];
  const review = new ClipReview(new ClipPlayer(fake.clip), {
    now: () => clock,
    async analyse(copy) {
      const { index } = (await copy()) as ImageBitmap & FakeBitmap;
      asked.push(index);
      most = Math.max(most, ++underway);
      clock += 250;
      try {
        return await analyse(index);
      } finally {
        underway--;
      }
    },
  });
  return { review, fake, asked, most: () => most };
}

const goodFrom4To6 = (index: number): Analysis =>
  makeAnalysis([index >= 4 && index <= 6 ? 'optimal' : 'position'] as QualityLabel[], { sharpness: index });

describe('checking all frames', () => {
  it('looks at each once, one at a time, and finds the best', async () => {
    const { review, fake, asked, most } = makeBench(goodFrom4To6);
    await review.analyseAll();
    expect(asked).toEqual([...even.keys()]);
    expect(most()).toBe(1);
    expect(review.checked.value).toBe(10);
    expect(review.progress.value).toBeNull();
    // Of three equals the sharpest.
    expect(review.best.value).toBe(6);
    // Every picture but the one on the screen was given back.
    expect(fake.bitmaps.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    expect(review.player.shown.value?.index).toBe(9);
  });

  it('says how far it is, how fast, and how long it takes', async () => {
    const seen: unknown[] = [];
    const { review } = makeBench(goodFrom4To6);
    review.progress.subscribe((progress) => progress && seen.push(progress));
    await review.analyseAll();
    expect(seen[0]).toEqual({ done: 0, total: 10, rate: null, secondsLeft: null });
    expect(seen[4]).toEqual({ done: 4, total: 10, rate: 4, secondsLeft: 1.5 });
    expect(seen.at(-1)).toEqual({ done: 10, total: 10, rate: 4, secondsLeft: 0 });
  });

  it('keeps what was done when it is cancelled, and goes on from there', async () => {
    const bench = makeBench((index) => {
      if (index === 3 && bench.asked.length === 4) bench.review.cancel();
      return goodFrom4To6(index);
    });
    await bench.review.analyseAll();
    expect(bench.asked).toEqual([0, 1, 2, 3]);
    expect(bench.review.checked.value).toBe(4);
    await bench.review.analyseAll();
    expect(bench.asked).toEqual([...even.keys()]);
  });

  it('stops with the failure and keeps what was done', async () => {
    const bench = makeBench((index) => {
      if (index === 5 && bench.asked.length === 6) throw new Failure('worker-lost');
      return goodFrom4To6(index);
    });
    await bench.review.analyseAll();
    expect(bench.review.failure.value).toMatchObject({ code: 'worker-lost' });
    expect(bench.review.checked.value).toBe(5);
    expect(bench.fake.bitmaps.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    await bench.review.analyseAll();
    expect(bench.review.failure.value).toBeNull();
    expect(bench.review.checked.value).toBe(10);
  });

  it('shows what is looked at, until the user goes elsewhere', async () => {
    const bench = makeBench(async (index) => {
      if (index === 4) await bench.review.player.seek(1);
      return goodFrom4To6(index);
    });
    await bench.review.analyseAll();
    expect(bench.review.player.shown.value?.index).toBe(1);
    expect(bench.review.checked.value).toBe(10);
  });
});

describe('the frame at rest', () => {
  it('is looked at once, from the picture on the screen', async () => {
    const { review, fake, asked } = makeBench(goodFrom4To6);
    await review.player.seek(5);
    await review.analyseCurrent();
    await review.analyseCurrent();
    expect(asked).toEqual([5]);
    expect(fake.reads).toEqual([5]);
    expect(review.feedback.value?.verdict).toEqual({ kind: 'optimal' });
    await review.player.seek(0);
    expect(review.feedback.value).toBeNull();
  });

  it('is always the newest, one analysis at a time', async () => {
    const bench = makeBench(goodFrom4To6);
    const { review } = bench;
    await review.player.seek(1);
    const looking = review.analyseCurrent();
    for (const index of [2, 3, 8]) {
      await review.player.seek(index);
      void review.analyseCurrent();
    }
    await looking;
    expect(bench.most()).toBe(1);
    expect(bench.asked.at(-1)).toBe(8);
    expect(bench.asked.length).toBeLessThan(4);
  });

  it('waits while all are looked at', async () => {
    const bench = makeBench(goodFrom4To6);
    const all = bench.review.analyseAll();
    await bench.review.analyseCurrent();
    await all;
    expect(bench.asked).toEqual([...even.keys()]);
  });
});

describe('what is remembered of a frame', () => {
  it('leaves the activation map out, and keeps the rest', async () => {
    const { review } = makeBench(() => {
      const analysis = makeAnalysis(['optimal']);
      if (analysis.outcome.kind !== 'assessed') return analysis;
      const map = { ...analysis.outcome.map, values: new Float32Array(1000) };
      return { ...analysis, outcome: { ...analysis.outcome, map } };
    });
    await review.analyseAll();
    const outcome = review.results.value[0]?.analysis.outcome;
    expect(outcome).toMatchObject({ kind: 'assessed', map: { values: new Float32Array() } });
    expect(review.results.value[0]).toMatchObject({ optimal: 0.9, sharpness: 38 });
  });

  it('of a clip that is all declined, nothing is best', async () => {
    const { review } = makeBench(() => ({
      ...makeAnalysis([]),
      outcome: { kind: 'declined', refusal: 'no-sector', sector: null },
    }));
    await review.analyseAll();
    expect(review.best.value).toBeNull();
    expect(review.isSurveyed.value).toBe(true);
  });
});
