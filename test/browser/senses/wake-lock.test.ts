import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepAwake } from '../../../src/senses/wake-lock.ts';

// The device's side is faked: headless browsers refuse the real lock or not, as the machine pleases.
class Lock extends EventTarget {
  released = false;
  async release(): Promise<void> {
    this.released = true;
    this.dispatchEvent(new Event('release'));
  }
}

function fakeDevice(answer: () => Promise<Lock>) {
  const request = vi.fn(answer);
  vi.spyOn(navigator, 'wakeLock', 'get').mockReturnValue({ request } as unknown as WakeLock);
  return request;
}

function turn(visibility: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('the screen while live', () => {
  afterEach(() => vi.restoreAllMocks());

  it('stays on until the view is left', async () => {
    const lock = new Lock();
    fakeDevice(async () => lock);
    const leaving = new AbortController();
    const state = keepAwake(leaving.signal);
    await expect.poll(() => state.value).toBe('awake');
    expect(lock.released).toBe(false);
    leaving.abort();
    expect(lock.released).toBe(true);
  });

  it('is asked for again when the page comes back, and no more once the view is left', async () => {
    const locks: Lock[] = [];
    const request = fakeDevice(async () => {
      const lock = new Lock();
      locks.push(lock);
      return lock;
    });
    const leaving = new AbortController();
    const state = keepAwake(leaving.signal);
    await expect.poll(() => state.value).toBe('awake');
    turn('hidden');
    await locks[0]?.release();
    expect(state.value).toBe('resting');
    turn('visible');
    await expect.poll(() => state.value).toBe('awake');
    expect(request).toHaveBeenCalledTimes(2);
    leaving.abort();
    turn('visible');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('is let go of when the view was left before the device answered', async () => {
    const lock = new Lock();
    let answer = (_: Lock): void => undefined;
    fakeDevice(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const leaving = new AbortController();
    keepAwake(leaving.signal);
    leaving.abort();
    answer(lock);
    await expect.poll(() => lock.released).toBe(true);
  });

  it('tells when the device refuses', async () => {
    fakeDevice(() => Promise.reject(new DOMException('low battery', 'NotAllowedError')));
    const state = keepAwake(new AbortController().signal);
    await expect.poll(() => state.value).toBe('refused');
  });

  it('asks the real browser, which gives the lock or refuses it in so many words', async () => {
    const leaving = new AbortController();
    const state = keepAwake(leaving.signal);
    await expect.poll(() => state.value).toMatch(/^(awake|refused)$/);
    leaving.abort();
  });
});
