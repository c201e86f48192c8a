import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/analysis.ts';
import { Failure } from '../../../src/failure.ts';
import type { Glimpse } from '../../../src/frame/glimpse.ts';
import { LiveView } from '../../../src/live-view.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

let closed = 0;

/** Stands for a picture: the view only hands it on and closes it. */
const bitmap = { close: () => void closed++ } as ImageBitmap;

async function* glimpses(count: number, stepMs: number): AsyncGenerator<Glimpse> {
  for (let i = 0; i < count; i++) yield { picture: bitmap, atMs: i * stepMs };
}

function saying(...holding: Parameters<typeof makeAnalysis>[0]): Analysis {
  return makeAnalysis(holding);
}

describe('a live view', () => {
  it('has one picture in the worker at a time, and asks for the next when that one is judged', async () => {
    let inFlight = 0;
    let most = 0;
    const view = new LiveView({
      analyse: async (copy) => {
        await copy();
        most = Math.max(most, ++inFlight);
        await Promise.resolve();
        inFlight--;
        return saying('optimal');
      },
    });
    await view.watch(glimpses(20, 50));
    expect(most).toBe(1);
    expect(view.moment.value?.atMs).toBe(950);
    expect(view.rate.value).toBeCloseTo(20);
  });

  it('says what the calm verdict says, not what one picture does', async () => {
    const answers = [...Array.from({ length: 10 }, () => saying('optimal')), saying('gain')];
    const view = new LiveView({ analyse: async () => answers.shift() ?? saying('gain') });
    await view.watch(glimpses(11, 50));
    expect(view.feedback.value?.verdict.kind).toBe('optimal');
    expect(view.feedback.value?.steps[0].line.key).toBe('advice.optimal.line');
    await view.watch(glimpses(1, 50));
    expect(view.feedback.value?.verdict.kind).toBe('faults');
  });

  it('follows a change of scene at once', async () => {
    const far = (at: number) => Array.from({ length: 24 }, () => at);
    const answers = [
      ...Array.from({ length: 10 }, () => makeAnalysis(['optimal'], { depthCurve: far(20) })),
      makeAnalysis(['wrong'], { depthCurve: far(60) }),
    ];
    const view = new LiveView({ analyse: async () => answers.shift() ?? saying('wrong') });
    await view.watch(glimpses(11, 50));
    expect(view.feedback.value?.verdict.kind).toBe('wrong');
  });

  it('gives each picture away once: a lost device takes it along, and the failure is still that one', async () => {
    closed = 0;
    const view = new LiveView({
      analyse: async (copy) => {
        await copy();
        // The device was lost: the page's link asks for the picture again.
        await copy();
        return saying('optimal');
      },
    });
    await expect(view.watch(glimpses(3, 50))).rejects.toMatchObject({ code: 'device-lost' });
    expect(closed).toBe(1);
  });

  it('does not show what was asked before another source came', async () => {
    let answer = (_: Analysis): void => undefined;
    const view = new LiveView({
      analyse: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const watching = view.watch(glimpses(1, 50));
    await new Promise((resolve) => setTimeout(resolve));
    view.forget();
    answer(saying('wrong'));
    await watching;
    expect(view.moment.value).toBeNull();
  });

  it('ends with what the analysis throws, and can watch again', async () => {
    let isBroken = true;
    const view = new LiveView({
      analyse: async () => {
        if (isBroken) throw new Failure('worker-lost', 'gone');
        return saying('optimal');
      },
    });
    await expect(view.watch(glimpses(3, 50))).rejects.toMatchObject({ code: 'worker-lost' });
    isBroken = false;
    await view.watch(glimpses(3, 50));
    expect(view.feedback.value?.verdict.kind).toBe('optimal');
  });
});

it('goes on after its words were taken off', async () => {
  const view = new LiveView({ analyse: async () => saying('optimal') });
  async function* source(): AsyncGenerator<Glimpse> {
    yield { picture: bitmap, atMs: 0 };
    view.clear();
    yield { picture: bitmap, atMs: 50 };
  }
  await view.watch(source());
  expect(view.moment.value?.atMs).toBe(50);
});
