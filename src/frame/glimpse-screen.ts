import type { ReadonlySignal } from '@preact/signals';
import type { ScreenView, SeenScreen } from '../../workers/screen-protocol.ts';
import type { Quad } from '../scanner-screen/quad.ts';
import type { Glimpse } from './glimpse.ts';
import { transferOf } from './hand-over.ts';
import type { ScreenLink } from './screen-link.ts';

/** A glimpse of the screen spread flat, and where in the camera's picture it was. */
export interface ScreenGlimpse extends Glimpse {
  readonly corners: Quad;
  readonly confidence: number;
  /** The share of the screen that is burnt out to white. */
  readonly glareShare: number;
  /** The size in which the corners are given. */
  readonly source: { readonly width: number; readonly height: number };
}

/** How the screens of a camera are looked for. */
export interface ScreenWatch {
  readonly ask: ScreenLink['ask'];
  /** Corners set by hand, in pixels of the glimpses; null: the screen is found. Read anew for each glimpse. */
  readonly handSet: ReadonlySignal<Quad | null>;
  /** Told of each glimpse that was looked at, with a screen or without: the page draws it, or says what to do. */
  readonly onView: (view: ScreenView) => void;
}

/**
 * The scanner's screen in each of a camera's glimpses; glimpses without one are reported and yield nothing. One
 * picture is with the worker at a time, and none waits: the next is asked for when this one is used.
 * @throws Failure `worker-lost` or `timed-out`.
 */
export async function* glimpseScreen(
  glimpses: AsyncIterable<Glimpse>,
  { ask, handSet, onView }: ScreenWatch,
): AsyncGenerator<ScreenGlimpse> {
  for await (const { picture, atMs } of glimpses) {
    const view = await ask('rectify', { picture, corners: handSet.peek() }, transferOf(picture));
    onView(view);
    if (view.screen !== null) yield asGlimpse(view.screen, view, atMs);
  }
}

function asGlimpse(
  { rectified, corners, confidence, glareShare }: SeenScreen,
  { width, height }: ScreenView,
  atMs: number,
): ScreenGlimpse {
  return { picture: rectified, atMs, corners, confidence, glareShare, source: { width, height } };
}
