/** Decoding takes four bytes a pixel, and some tablets kill a page at a few hundred MB. */
export const mostPixels = 25e6;
/** An hour at 30 frames a second is far more than a scanner keeps. */
export const mostFrames = 20_000;
/** A file is held in memory while it is open. */
export const mostBytes = 1e9;
/** A deflated file may grow to this; more is a bomb. */
export const mostInflatedBytes = 256e6;
