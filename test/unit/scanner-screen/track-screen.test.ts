import { expect, test } from 'vitest';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import { findScreen } from '../../../src/scanner-screen/find-screen.ts';
import { greyOfScreen } from '../../../src/scanner-screen/grey-of-screen.ts';
import { cornerDistance, type Quad } from '../../../src/scanner-screen/quad.ts';
import { ScreenTracker } from '../../../src/scanner-screen/track-screen.ts';
import { photographRoom, photographScreen } from '../../fixtures/photograph-screen.ts';
import type { Pose } from '../../fixtures/screen-pose.ts';

const scene = 41;
const still: Omit<Pose, 'aspect'> = {
  yaw: 0.2,
  pitch: -0.15,
  roll: 0.04,
  middle: [0.02, -0.01, 1.5],
  focal: 1150,
  distortion: 0,
};

function shoot(frame: number, change: Partial<Pose> = {}): { image: GreyImage; corners: Quad } {
  const { picture, corners } = photographScreen(scene, {
    frame,
    pose: (aspect) => ({ ...still, aspect, ...change }),
  });
  return { image: greyOfScreen(picture), corners };
}

/** How far the corners go from one picture to the next, on average, in pixels. */
function jitter(path: readonly Quad[]): number {
  const moves = path.slice(1).map((quad, i) => cornerDistance(quad, path[i] ?? quad));
  return moves.reduce((sum, move) => sum + move, 0) / moves.length;
}

test('before a still screen the corners tremble less than the search does, and stay in place', () => {
  const tracker = new ScreenTracker();
  const [raw, calm]: [Quad[], Quad[]] = [[], []];
  for (let frame = 0; frame < 10; frame++) {
    const { image, corners } = shoot(frame);
    const [found, followed] = [findScreen(image), tracker.see(image)];
    if (found === null || followed === null) throw new Error('no screen');
    raw.push(found.corners);
    calm.push(followed.corners);
    expect(cornerDistance(followed.corners, corners) / image.width).toBeLessThan(0.01);
  }
  expect(jitter(calm)).toBeLessThan(0.6 * jitter(raw));
}, 60_000);

test('a moving screen is followed', () => {
  const tracker = new ScreenTracker();
  for (let frame = 0; frame < 14; frame++) {
    const middle = [0.02 + 0.006 * frame, -0.01 + 0.004 * frame, 1.5 + 0.006 * frame] as const;
    const { image, corners } = shoot(frame, { middle, roll: 0.04 + 0.004 * frame });
    const followed = tracker.see(image);
    if (followed === null) throw new Error(`lost in picture ${frame}`);
    expect(cornerDistance(followed.corners, corners) / image.width).toBeLessThan(0.01);
  }
}, 60_000);

test('a screen that is gone is held for a few pictures, then lost, and found again elsewhere', () => {
  const tracker = new ScreenTracker();
  const before = tracker.see(shoot(0).image);
  expect(before).not.toBeNull();
  const room = greyOfScreen(photographRoom(1));
  const held = Array.from({ length: 7 }, () => tracker.see(room));
  expect(held[0]?.corners).toEqual(before?.corners);
  expect(held.at(-1)).toBeNull();
  const { image, corners } = shoot(1, { middle: [-0.1, 0.05, 1.6], yaw: -0.2 });
  const again = tracker.see(image);
  expect(again && cornerDistance(again.corners, corners) / image.width).toBeLessThan(0.01);
}, 60_000);

test('a jump is followed at once', () => {
  const tracker = new ScreenTracker();
  tracker.see(shoot(0).image);
  const { image, corners } = shoot(1, { middle: [-0.12, 0.06, 1.62] });
  const jumped = tracker.see(image);
  expect(jumped && cornerDistance(jumped.corners, corners) / image.width).toBeLessThan(0.01);
}, 60_000);
