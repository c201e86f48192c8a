import { readdirSync } from 'node:fs';
import type { ColourImage } from '../src/pixels/to-grey-image.ts';
import { photographScreen } from '../test/fixtures/photograph-screen.ts';
import type { Pose } from '../test/fixtures/screen-pose.ts';
import type { ScreenRequest, ScreenView } from '../workers/screen-protocol.ts';
import { type Figure, median, spread } from './figure.ts';
import { makeProfile, openBench } from './open-bench.ts';

/** Screens, each seen in some pictures of a hand that trembles; the first ones warm up the compiler. */
const seeds = [3, 5, 7, 12, 15];
const framesEach = 6;
const rounds = 4;

function tremblingHand(seed: number, frame: number): ColourImage {
  const middle = [0.02 + 0.002 * frame, 0.001 * frame, 1.5] as const;
  const still: Omit<Pose, 'aspect'> = {
    yaw: 0.25,
    pitch: -0.2,
    roll: 0.05,
    middle,
    focal: 1100,
    distortion: 0,
  };
  return photographScreen(seed, { frame, pose: (aspect) => ({ ...still, aspect }) }).picture;
}

/** The camera's pictures at 720p in the built app's own worker: reading, following, spreading flat. */
export async function measureScreen(url: string): Promise<Figure[]> {
  const worker = readdirSync('dist/assets').find((file) => file.startsWith('screen.worker'));
  if (worker === undefined) throw new Error('The built app has no screen worker.');
  const { page, context } = await openBench(makeProfile());
  await page.goto(url);
  const times: Timed[] = [];
  for (const seed of seeds) {
    const pictures = Array.from({ length: framesEach }, (_, frame) =>
      Buffer.from(tremblingHand(seed, frame).data).toString('base64'),
    );
    times.push(...(await page.evaluate(timeScreens, { worker: `assets/${worker}`, pictures, rounds })));
  }
  await context.close();
  const followed = times.filter(({ isFirst }) => !isFirst);
  const figure = (name: string, values: readonly number[], target?: string): Figure => ({
    name,
    value: Number(median(values).toFixed(1)),
    unit: 'ms',
    ...(target !== undefined && { target }),
    note: spread(values, 1),
  });
  return [
    figure(
      'screen at 720p, a picture, message to message',
      followed.map(({ total }) => total),
      '≤ 30',
    ),
    figure(
      '  of which reading its pixels',
      followed.map(({ read }) => read),
    ),
    figure(
      '  of which following the screen',
      followed.map(({ find }) => find),
    ),
    figure(
      '  of which spreading it flat',
      followed.map(({ rectify }) => rectify),
    ),
    figure(
      'finding a screen anew',
      times.filter(({ isFirst }) => isFirst).map(({ find }) => find),
    ),
  ];
}

interface Timed {
  readonly read: number;
  readonly find: number;
  readonly rectify: number;
  readonly total: number;
  /** Nothing was being followed: the whole picture was searched. */
  readonly isFirst: boolean;
}

/** Runs in the page; every round begins by forgetting, and the first round is left out. No functions with names here. */
async function timeScreens(given: {
  readonly worker: string;
  readonly pictures: readonly string[];
  readonly rounds: number;
}): Promise<Timed[]> {
  const reader = new Worker(new URL(given.worker, document.baseURI), { type: 'module' });
  const timed: Timed[] = [];
  // Corners set by hand, before each round, make it forget what it followed.
  const corners = [
    { x: 8, y: 8 },
    { x: 56, y: 8 },
    { x: 56, y: 56 },
    { x: 8, y: 56 },
  ] as const;
  const frames = [null, ...given.pictures];
  for (let i = 0; i < given.rounds * frames.length; i += 1) {
    const encoded = frames[i % frames.length] ?? null;
    const bytes =
      encoded === null ? null : Uint8ClampedArray.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const pixels = bytes === null ? new ImageData(64, 64) : new ImageData(bytes, 1280, 720);
    const picture = await createImageBitmap(pixels);
    const args: ScreenRequest = { picture, corners: encoded === null ? corners : null };
    const began = performance.now();
    reader.postMessage({ id: i, kind: 'rectify', args }, [picture]);
    const reply = await new Promise<MessageEvent>((resolve) =>
      reader.addEventListener('message', resolve, { once: true }),
    );
    const total = performance.now() - began;
    const { timing, screen }: ScreenView = reply.data.result;
    if (i >= frames.length && encoded !== null && screen !== null)
      timed.push({ ...timing, total, isFirst: i % frames.length === 1 });
  }
  reader.terminate();
  return timed;
}
