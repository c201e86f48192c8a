import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { toFailure } from '../../src/failure.ts';
import type { Clip } from '../../src/frame/clip.ts';
import { openVideo } from '../../src/frame/open-video.ts';
import { readCode } from '../fixtures/coded-frame.ts';
import type { FfmpegWish } from '../fixtures/ffmpeg-command.ts';
import { makeSound, makeVideo, repeatFrame } from '../fixtures/make-video.ts';

/** Uneven, as phones record. */
const unevenS = [0, 0.03, 0.1, 0.15, 0.3, 0.33, 0.5, 0.8, 0.81, 1.2, 1.21, 1.3, 2, 2.1, 2.5, 2.51];
const evenS = Array.from({ length: 60 }, (_, i) => i / 30);
const outOfOrder = [7, 3, 3, 15, 0, 14, 1, 2, 9];

/** The number that a frame spells; a picture of another size is spelled as if it had been stretched to it. */
async function readNumber(clip: Clip, index: number): Promise<number> {
  const bitmap = await clip.read(index);
  const context = new OffscreenCanvas(320, 240).getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0, 320, 240);
  expect([bitmap.width, bitmap.height]).toEqual([clip.width, clip.height]);
  bitmap.close();
  return readCode((x, y) => context?.getImageData(x, y, 1, 1).data[0] ?? Number.NaN);
}

function failureOf(opening: Promise<Clip>): Promise<unknown> {
  return opening.then(
    (clip) => clip.close(),
    (thrown: unknown) => thrown,
  );
}

test.each([
  { format: 'webm', codec: 'vp8' },
  { format: 'webm', codec: 'vp9' },
  { format: 'mkv', codec: 'vp9' },
  { format: 'mp4', codec: 'vp9' },
  { format: 'mp4', codec: 'avc' },
  { format: 'mov', codec: 'avc' },
  { format: 'mp4', codec: 'av1' },
] as const)('$codec in $format: every frame at its own time, in order and out of it', async (kind) => {
  const clip = await openVideo(await makeVideo({ ...kind, timesS: unevenS }));
  expect(clip).toMatchObject({ name: `coded.${kind.format}`, origin: 'video', width: 320, height: 240 });
  expect(clip.timesMs).toHaveLength(unevenS.length);
  unevenS.forEach((atS, i) => {
    // WebM counts whole milliseconds.
    expect(Math.abs((clip.timesMs[i] ?? 0) - atS * 1000)).toBeLessThan(1);
  });
  for (const i of [...unevenS.keys(), ...outOfOrder]) expect(await readNumber(clip, i), `frame ${i}`).toBe(i);
  clip.close();
});

test('reading in order goes on where it was; far ahead starts at a key frame', async () => {
  const timesS = Array.from({ length: 200 }, (_, i) => i / 25);
  const clip = await openVideo(await makeVideo({ timesS, keyFrameIntervalS: 2 }));
  for (const i of [0, 1, 4, 12, 13, 190, 199, 60, 61]) expect(await readNumber(clip, i)).toBe(i);
  const asked = [5, 6, 150, 7, 151].map((i) => readNumber(clip, i));
  expect(await Promise.all(asked)).toEqual([5, 6, 150, 7, 151]);
  clip.close();
});

test.each([90, 180, 270] as const)('turned by %d degrees, frames come upright', async (rotation) => {
  const clip = await openVideo(await makeVideo({ format: 'mp4', codec: 'avc', timesS: evenS, rotation }));
  expect([clip.width, clip.height]).toEqual(rotation === 180 ? [320, 240] : [240, 320]);
  // Frame 1 has one bright block, where its first bit stands: the top left corner before turning.
  const bitmap = await clip.read(1);
  const context = new OffscreenCanvas(clip.width, clip.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const corner = { 90: [-40, 40], 180: [-40, -40], 270: [40, -40] }[rotation];
  const [x = 0, y = 0] = corner;
  const at = [(x + clip.width) % clip.width, (y + clip.height) % clip.height] as const;
  expect(context?.getImageData(at[0], at[1], 1, 1).data[0]).toBeGreaterThan(180);
  expect(context?.getImageData(clip.width / 2, clip.height / 2, 1, 1).data[0]).toBeLessThan(80);
  clip.close();
});

test('a clip that was closed gives no frame, and says so', async () => {
  const clip = await openVideo(await makeVideo({ timesS: evenS }));
  clip.close();
  await expect(clip.read(0)).rejects.toMatchObject({ name: 'Failure' });
});

test.each([
  ['not-a-video', 'plain text', async () => new File(['hello '.repeat(100)], 'x.mp4')],
  ['not-a-video', 'nothing', async () => new File([], 'x.mp4')],
  ['video-without-pictures', 'sound alone', makeSound],
  ['video-too-large', 'more frames than anyone waits for', () => repeatFrame(18_001)],
  ['video-damaged', 'a file that ends before its list of frames', cut({ format: 'mp4', codec: 'avc' }, 0.7)],
  ['video-damaged', 'a file that ends after its list of frames', cut({ format: 'mov', codec: 'avc' }, 0.7)],
])('%s: %s', async (code, _what, make) => {
  expect(await failureOf(openVideo(await make()))).toMatchObject({ name: 'Failure', code });
});

test('a codec that no browser plays is named', async () => {
  const bytes = new Uint8Array(
    await (await makeVideo({ format: 'mp4', codec: 'avc', timesS: evenS })).arrayBuffer(),
  );
  const text = new TextDecoder('latin1').decode(bytes);
  bytes.set(new TextEncoder().encode('mp4v'), text.lastIndexOf('avc1'));
  const failure = await failureOf(openVideo(new File([bytes], 'x.mp4')));
  expect(failure).toMatchObject({ code: 'video-codec', detail: 'MPEG-4 Part 2' });
});

test('a WebM that was cut off, as when a recording breaks, gives the frames that came through', async () => {
  const whole = await makeVideo({ timesS: Array.from({ length: 300 }, (_, i) => i / 30) });
  const clip = await openVideo(new File([whole.slice(0, whole.size * 0.6)], 'x.webm'));
  expect(clip.timesMs.length).toBeGreaterThan(100);
  expect(clip.timesMs.length).toBeLessThan(250);
  const last = clip.timesMs.length - 1;
  expect(await readNumber(clip, last)).toBe(last);
  clip.close();
});

function cut(kind: Omit<Parameters<typeof makeVideo>[0], 'timesS'>, share: number): () => Promise<File> {
  return async () => {
    const whole = await makeVideo({ ...kind, timesS: evenS });
    return new File([whole.slice(0, whole.size * share)], whole.name);
  };
}

test.each([
  { format: 'mp4', codec: 'avc' },
  { format: 'mov', codec: 'avc' },
  { format: 'webm', codec: 'vp8' },
] as const)(
  'cut or changed anywhere, $format is a clip whose frames are read, or a failure',
  async (kind) => {
    const whole = new Uint8Array(await (await makeVideo({ ...kind, timesS: unevenS })).arrayBuffer());
    const damage = fc.record({
      length: fc.integer({ min: 0, max: whole.length }),
      changes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ length, changes }) => {
        const bytes = new Uint8Array(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          const clip = await openVideo(new File([bytes.subarray(0, length)], 'x'));
          const sorted = clip.timesMs.toSorted((a, b) => a - b);
          expect(clip.timesMs).toEqual(sorted);
          for (const i of [0, clip.timesMs.length - 1]) (await clip.read(i)).close();
          clip.close();
        } catch (thrown) {
          if (toFailure(thrown).code === 'unexpected') throw thrown;
        }
      }),
      { numRuns: 60 },
    );
  },
);

const byFfmpeg: readonly FfmpegWish[] = [
  { name: 'b-frames.mp4', frames: 90, options: ['-c:v', 'libx264', '-bf', '3', '-g', '30'] },
  { name: 'faststart.mov', frames: 60, options: ['-c:v', 'libx264', '-movflags', '+faststart', '-g', '12'] },
  {
    name: 'uneven.mp4',
    frames: 60,
    options: ['-vf', "setpts='(N+floor(N/7)*3)/25/TB'", '-fps_mode', 'vfr', '-c:v', 'libx264'],
  },
  { name: 'cut-by-edit-list.mp4', frames: 90, options: ['-ss', '0.2', '-c:v', 'libx264', '-bf', '2'] },
  { name: 'vp8.webm', frames: 60, options: ['-c:v', 'libvpx', '-auto-alt-ref', '1', '-lag-in-frames', '16'] },
  { name: 'vp9.webm', frames: 60, options: ['-c:v', 'libvpx-vp9', '-b:v', '1M'] },
];

const [byWhat] = byFfmpeg;
const hasFfmpeg = byWhat !== undefined && (await commands.makeWithFfmpeg(byWhat)) !== null;

describe.skipIf(!hasFfmpeg)('what ffmpeg writes (skipped where it is not installed)', () => {
  test.each(byFfmpeg)('$name', async (wish) => {
    const clip = await openVideo(await encode(wish));
    const numbers: number[] = [];
    for (const i of clip.timesMs.keys()) numbers.push(await readNumber(clip, i));
    const first = wish.name === 'cut-by-edit-list.mp4' ? 5 : 0;
    expect(numbers).toEqual(Array.from({ length: wish.frames - first }, (_, i) => first + i));
    clip.close();
  });

  test('HEVC is opened, or named where the browser cannot decode it', async () => {
    const file = await encode({
      name: 'hevc.mp4',
      frames: 10,
      options: ['-c:v', 'libx265', '-tag:v', 'hvc1', '-x265-params', 'log-level=error'],
    });
    const failure = await failureOf(openVideo(file));
    if (failure !== undefined) expect(failure).toMatchObject({ code: 'video-codec', detail: 'HEVC (H.265)' });
  });
});

async function encode(wish: FfmpegWish): Promise<File> {
  const base64 = (await commands.makeWithFfmpeg(wish)) ?? '';
  return new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], wish.name);
}
