import { describe, expect, it } from 'vitest';
import { CalmMove } from '../../../src/feedback/calm-move.ts';
import { type FramingMove, framingMove } from '../../../src/feedback/framing-move.ts';
import { type ZoomAdvice, zoomAdvice } from '../../../src/feedback/zoom-advice.ts';
import type { Framing } from '../../../src/pixels/framing.ts';

const central: Framing = {
  sectorShare: 0.22,
  offCentre: 0.02,
  depth: 0.45,
  elongation: 2.1,
  cuts: [],
  shadowedShare: 0,
};
const leftCut: Framing = { ...central, offCentre: -0.3, cuts: [{ edge: 'left', share: 0.2 }] };

describe('the way the kidney should go', () => {
  it.each<[string, Partial<Framing>, FramingMove | null]>([
    ['nowhere when it lies well', {}, null],
    ['away from the edge that cuts it', { cuts: [{ edge: 'right', share: 0.2 }] }, { across: -1, down: 0 }],
    ['down from the skin', { cuts: [{ edge: 'near', share: 0.2 }] }, { across: 0, down: 1 }],
    ['back to the middle', { offCentre: -0.3 }, { across: 1, down: 0 }],
    ['up when it is deep and to the left', { depth: 0.8, offCentre: 0.3 }, { across: -1, down: -1 }],
    [
      'nowhere when both sides cut it: it does not fit',
      {
        cuts: [
          { edge: 'left', share: 0.2 },
          { edge: 'right', share: 0.1 },
        ],
      },
      null,
    ],
    ['nowhere for a cut that is too small to tell', { cuts: [{ edge: 'left', share: 0.03 }] }, null],
  ])('%s', (_what, framing, move) => {
    expect(framingMove({ ...central, ...framing })).toEqual(move);
  });
});

describe('depth and zoom', () => {
  it.each<[ZoomAdvice, Partial<Framing>]>([
    ['keep', {}],
    ['in', { sectorShare: 0.04, depth: 0.8 }],
    ['out', { sectorShare: 0.6 }],
    ['out', { cuts: [{ edge: 'far', share: 0.2 }] }],
    ['shallower', { depth: 0.1 }],
    ['deeper', { depth: 0.8 }],
  ])('%s', (advice, framing) => {
    expect(zoomAdvice({ ...central, ...framing })).toBe(advice);
  });
});

describe('the arrow of a live view', () => {
  it('comes and goes only after the outline has said so for a while', () => {
    const calm = new CalmMove();
    expect(calm.notice(leftCut, 0)).toBeNull();
    expect(calm.notice(leftCut, 500)).toBeNull();
    expect(calm.notice(leftCut, 700)?.move).toEqual({ across: 1, down: 0 });
    expect(calm.notice(central, 800)?.move).toEqual({ across: 1, down: 0 });
    expect(calm.notice(null, 900)?.move).toEqual({ across: 1, down: 0 });
    expect(calm.notice(central, 1000)).not.toBeNull();
    expect(calm.notice(central, 1700)).toBeNull();
  });

  it('does not turn for one picture, and glides', () => {
    const calm = new CalmMove();
    for (const atMs of [0, 300, 700]) calm.notice(leftCut, atMs);
    const rightCut: Framing = { ...central, offCentre: 0.3, cuts: [{ edge: 'right', share: 0.2 }] };
    const arrow = calm.notice(rightCut, 800);
    expect(arrow?.move.across).toBe(1);
    expect(arrow?.from.across).toBeCloseTo(0.2 + 0.2 * 0.6, 6);
    expect(calm.notice(leftCut, 900)?.move.across).toBe(1);
  });

  it('knows nothing of another scene', () => {
    const calm = new CalmMove();
    for (const atMs of [0, 700]) calm.notice(leftCut, atMs);
    calm.forget();
    expect(calm.notice(leftCut, 800)).toBeNull();
  });
});
