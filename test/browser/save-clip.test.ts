import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { ClipPlayer } from '../../src/clip-player.ts';
import { ClipReview } from '../../src/clip-review.ts';
import type { Clip } from '../../src/frame/clip.ts';
import { encodeMoment } from '../../src/frame/encode-moment.ts';
import { openStoredClip } from '../../src/frame/open-stored-clip.ts';
import type { NewExamination } from '../../src/history/examination.ts';
import { splitPictures } from '../../src/history/stored-clip.ts';
import { mostMoments, saveClip } from '../../src/save-clip.ts';
import { makeAnalysis } from '../fixtures/make-analysis.ts';

const white = 255;

/** A clip whose frame i is a plain grey of i, noisy where the test is about sizes; `width` by three quarters of it. */
function makeClip(count: number, { width = 320, isNoisy = false, ...changes }: Options = {}): Clip {
  const height = (width * 3) / 4;
  return {
    name: 'grey.webm',
    origin: 'video',
    width,
    height,
    timesMs: Array.from({ length: count }, (_, i) => i * 40),
    calibrationOf: () => null,
    isIdentifying: false,
    read: async (index) => {
      const image = new ImageData(width, height);
      const grey = (): number => (isNoisy ? Math.random() * 255 : index % 200);
      for (let at = 0; at < image.data.length; at += 4) image.data.set([grey(), grey(), grey(), 255], at);
      return createImageBitmap(image);
    },
    close: () => undefined,
    ...changes,
  };
}

type Options = Partial<Clip> & { readonly isNoisy?: boolean };

/** Frame `best` is Optimal, the others lie in the wrong place. */
async function reviewClip(clip: Clip, best: number, most = clip.timesMs.length): Promise<ClipReview> {
  const review = new ClipReview(new ClipPlayer(clip), {
    analyse: async () => {
      const index = review.checked.peek();
      if (index + 1 === most) review.cancel();
      return makeAnalysis([index === best ? 'optimal' : 'position']);
    },
  });
  await review.analyseAll();
  return review;
}

interface Kept {
  readonly record: NewExamination;
  readonly analysed: number;
}

async function keep(review: ClipReview): Promise<Kept> {
  const records: NewExamination[] = [];
  let analysed = 0;
  await saveClip(review, {
    analyse: async (copy): Promise<Analysis> => {
      analysed++;
      (await copy()).close();
      return makeAnalysis(['optimal']);
    },
    keep: async (record) => {
      records.push(record);
      return null;
    },
  });
  const [record] = records;
  if (!record) throw new Error('nothing was kept');
  return { record, analysed };
}

/** The grey in the middle of a picture. */
async function greyOf(source: Blob | Promise<ImageBitmap>): Promise<number> {
  const bitmap = source instanceof Blob ? await createImageBitmap(source) : await source;
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data[0] ?? -1;
}

test('the record is the best picture, with every frame that was looked at beside it', async () => {
  const { record, analysed } = await keep(await reviewClip(makeClip(12), 7));
  const { examination, picture, clip } = record;
  expect(analysed).toBe(1);
  expect(examination).toMatchObject({
    origin: 'video',
    name: 'grey.webm',
    verdict: { kind: 'optimal' },
    appVersion: __APP_VERSION__,
    clip: { best: 7 },
  });
  expect(await greyOf(new Blob([picture.bytes]))).toBeCloseTo(7, -0.5);
  expect(examination.clip?.moments).toHaveLength(12);
  expect(examination.clip?.moments[7]).toEqual({
    atMs: 280,
    verdict: { kind: 'optimal' },
    probabilities: { artefact: 0.1, gain: 0.1, position: 0.1, optimal: 0.9, wrong: 0.1 },
  });
  if (!clip) throw new Error('no clip was kept');
  const stored = await openStoredClip(examination, clip);
  expect(stored.timesMs).toEqual(Array.from({ length: 12 }, (_, i) => i * 40));
  for (const i of [0, 3, 11]) expect(Math.abs((await greyOf(stored.read(i))) - i)).toBeLessThan(3);
});

test('of a check that was cancelled, what was checked is kept', async () => {
  const { record } = await keep(await reviewClip(makeClip(30), 4, 10));
  expect(record.examination.clip?.moments).toHaveLength(10);
  expect(record.clip?.lengths).toHaveLength(10);
  expect(record.examination.clip?.best).toBe(4);
});

test('a long clip is thinned evenly, and keeps its best', async () => {
  const { record } = await keep(await reviewClip(makeClip(1000, { width: 40 }), 501));
  const moments = record.examination.clip?.moments ?? [];
  expect(moments).toHaveLength(mostMoments);
  expect(moments[record.examination.clip?.best ?? -1]?.atMs).toBe(501 * 40);
  expect(moments[0]?.atMs).toBe(0);
  expect(moments.at(-1)?.atMs).toBe(999 * 40);
});

test.each([
  ['that hardly compresses is made smaller', true, 66_000, 480],
  ['is no longer than 960 pixels', false, 66_000, 960],
])('a picture of a clip %s', async (...[, isNoisy, mostBytes, longestSide]) => {
  const bitmap = await makeClip(1, { width: 1200, isNoisy }).read(0);
  const bytes = await encodeMoment(bitmap, mostBytes);
  expect(bytes.byteLength).toBeLessThan(mostBytes);
  const { width, height } = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  expect([width, height]).toEqual([longestSide, longestSide * 0.75]);
});

/** Twice as large as it is analysed, white all over; only the right half is sector. */
async function reviewNamed(): Promise<ClipReview> {
  const clip = makeClip(5, {
    width: 1024,
    isIdentifying: true,
    read: async () =>
      createImageBitmap(new ImageData(new Uint8ClampedArray(4 * 1024 * 768).fill(white), 1024, 768)),
  });
  const right = [
    { x: 256, y: 0 },
    { x: 512, y: 0 },
    { x: 512, y: 384 },
    { x: 256, y: 384 },
  ];
  const analysis = { ...makeAnalysis(['optimal']), height: 384 };
  if (analysis.outcome.kind !== 'assessed') throw new Error('not assessed');
  const sector = { ...analysis.outcome.sector, outline: right };
  const named = { ...analysis, outcome: { ...analysis.outcome, sector } };
  const review = new ClipReview(new ClipPlayer(clip), { analyse: async () => named });
  await review.analyseAll();
  return review;
}

async function rowOf(blob: Blob): Promise<readonly number[]> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const at = (share: number) =>
    context?.getImageData(bitmap.width * share, bitmap.height / 2, 1, 1).data[0] ?? -1;
  return [at(0.1), at(0.45), at(0.55), at(0.9)].map((grey) => Math.round(grey / white));
}

test('of a clip that may name a patient only the sector is kept, in the picture and in every frame', async () => {
  const { record } = await keep(await reviewNamed());
  for (const { bytes } of [record.picture, record.thumbnail])
    expect(await rowOf(new Blob([bytes]))).toEqual([0, 0, 1, 1]);
  for (const picture of record.clip ? splitPictures(record.clip) : []) {
    expect(await rowOf(picture)).toEqual([0, 0, 1, 1]);
  }
  expect(record.clip?.lengths).toHaveLength(5);
});

test('pictures that do not fit their track are told, not shown as another moment’s', async () => {
  const { record } = await keep(await reviewClip(makeClip(3), 1));
  if (!record.clip) throw new Error('no clip was kept');
  const fewer = { ...record.clip, lengths: record.clip.lengths.slice(1) };
  await expect(openStoredClip(record.examination, fewer)).rejects.toMatchObject({ code: 'storage-blocked' });
  const torn = { ...record.clip, bytes: new ArrayBuffer(record.clip.bytes.byteLength) };
  await expect(openStoredClip(record.examination, torn)).rejects.toMatchObject({ code: 'storage-blocked' });
});
