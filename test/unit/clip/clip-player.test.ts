import { describe, expect, it } from 'vitest';
import { ClipPlayer } from '../../../src/clip-player.ts';
import { Failure } from '../../../src/failure.ts';
import { makeFakeClip } from '../../fixtures/fake-clip.ts';

const even = Array.from({ length: 10 }, (_, i) => i * 40);

/** A clock that stands still but for what is waited for, and what reading costs. */
function makeClock() {
  const clock = { atMs: 1000, waits: [] as number[] };
  return {
    clock,
    now: () => clock.atMs,
    wait: async (ms: number) => {
      clock.waits.push(ms);
      clock.atMs += ms;
    },
  };
}

describe('a player', () => {
  it('shows the frame that it is sent to, and stays within the clip', async () => {
    const { clip } = makeFakeClip(even);
    const player = new ClipPlayer(clip);
    await player.seek(4);
    expect(player.shown.value?.index).toBe(4);
    await player.step(-1);
    expect(player.shown.value?.index).toBe(3);
    await player.seek(99);
    await player.step(1);
    expect(player.shown.value?.index).toBe(9);
    await player.seek(-5);
    expect(player.shown.value?.index).toBe(0);
    await player.seekTime(119);
    expect(player.shown.value?.index).toBe(2);
    await player.seekTime(120);
    expect(player.shown.value?.index).toBe(3);
  });

  it('reads one frame at a time while a finger drags, and always the newest', async () => {
    const fake = makeFakeClip(even);
    const player = new ClipPlayer(fake.clip);
    await Promise.all([1, 2, 3, 4, 5, 8].map((index) => player.seek(index)));
    expect(player.shown.value?.index).toBe(8);
    expect(fake.reads).toEqual([1, 8]);
  });

  it('closes each picture when the next one comes, and the last at the end', async () => {
    const fake = makeFakeClip(even);
    const player = new ClipPlayer(fake.clip);
    for (const index of [0, 1, 2]) await player.seek(index);
    expect(fake.bitmaps.map(({ isClosed }) => isClosed)).toEqual([true, true, false]);
    player.close();
    expect(fake.bitmaps.every(({ isClosed }) => isClosed)).toBe(true);
  });

  it('plays each frame at its own time', async () => {
    const uneven = [0, 10, 100, 101, 400];
    const time = makeClock();
    const fake = makeFakeClip(uneven);
    await new ClipPlayer(fake.clip, time).play();
    expect(fake.reads).toEqual([0, 1, 2, 3, 4]);
    expect(time.clock.waits).toEqual([10, 90, 1, 299]);
  });

  it('leaves frames out where reading is slow, and keeps the time', async () => {
    const time = makeClock();
    const fake = makeFakeClip(even);
    const read = fake.clip.read;
    const slow = {
      ...fake.clip,
      read(index: number) {
        time.clock.atMs += 100;
        return read(index);
      },
    };
    await new ClipPlayer(slow, time).play();
    expect(fake.reads.length).toBeLessThanOrEqual(6);
    expect(fake.reads.at(-1)).toBe(9);
    expect(time.clock.atMs).toBeLessThan(1000 + 360 + 300);
  });

  it('starts again from the end, stops when asked, and two starts play once', async () => {
    const time = makeClock();
    const fake = makeFakeClip(even);
    const player = new ClipPlayer(fake.clip, time);
    await player.seek(9);
    const playing = player.play();
    void player.play();
    expect(player.isPlaying.value).toBe(true);
    await playing;
    expect(player.isPlaying.value).toBe(false);
    expect(fake.reads).toEqual([9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('that is paused and played again does not play twice', async () => {
    let goOn = (): void => undefined;
    const waits: number[] = [];
    const clock = {
      now: () => 0,
      wait: (ms: number) =>
        new Promise<void>((resolve) => {
          waits.push(ms);
          goOn = resolve;
        }),
    };
    const player = new ClipPlayer(makeFakeClip(even).clip, clock);
    const first = player.play();
    await expect.poll(() => waits.length).toBe(1);
    const wakeFirst = goOn;
    player.pause();
    const second = player.play();
    await expect.poll(() => waits.length).toBe(2);
    wakeFirst();
    await first;
    expect(waits).toHaveLength(2);
    expect(player.isPlaying.value).toBe(true);
    player.pause();
    goOn();
    await second;
  });

  it('says what a frame that cannot be read threw, stops, and goes on with the next', async () => {
    const fake = makeFakeClip(even);
    const { read } = fake.clip;
    const broken = {
      ...fake.clip,
      read: (index: number) =>
        index === 3 ? Promise.reject(new Failure('video-damaged', 'fake.mp4')) : read(index),
    };
    const player = new ClipPlayer(broken, makeClock());
    await player.play();
    expect(player.failure.value).toMatchObject({ code: 'video-damaged' });
    expect(player.isPlaying.value).toBe(false);
    expect(player.shown.value?.index).toBe(2);
    await player.seek(5);
    expect(player.failure.value).toBeNull();
    expect(player.shown.value?.index).toBe(5);
  });
});
