import type { Quad } from '../src/scanner-screen/quad.ts';
import type { Picture } from './protocol.ts';

/** What can be asked of the worker that sees a scanner's screen in the camera's pictures. */
export interface ScreenRequests {
  /** Finds or follows the screen, and spreads it flat. The picture is transferred, and closed by the worker. */
  rectify: { args: ScreenRequest; result: ScreenView };
}

export interface ScreenRequest {
  readonly picture: Picture;
  /** Set by hand, in pixels of the picture; null: found, and followed from the picture before. */
  readonly corners: Quad | null;
}

/** The screen in one picture of the camera. */
export interface ScreenView {
  /** The size in which corners are given: pictures longer than 1,280 pixels are made smaller. */
  readonly width: number;
  readonly height: number;
  /** Null where no screen is found. */
  readonly screen: SeenScreen | null;
  /** Milliseconds in the worker. */
  readonly timing: { readonly read: number; readonly find: number; readonly rectify: number };
}

/** A screen that is seen. */
export interface SeenScreen {
  readonly corners: Quad;
  /** 0–1; 1 for corners set by hand. */
  readonly confidence: number;
  /** Grey, opaque; transferred. */
  readonly rectified: ImageData;
  /** The share of the screen that is burnt out to white. */
  readonly glareShare: number;
}
