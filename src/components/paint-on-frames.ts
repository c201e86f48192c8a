import { effect } from '@preact/signals';

/** A drawing that is renewed in animation frames. */
export interface FramePainter {
  /** Draws again in the next frame. */
  readonly schedule: () => void;
  readonly dispose: () => void;
}

/** Calls `paint` in the next animation frame, and again in a frame after any signal that it read has changed. */
export function paintOnFrames(paint: () => void): FramePainter {
  let frame = 0;
  let stop = (): void => undefined;
  const schedule = (): void => {
    frame ||= requestAnimationFrame(run);
  };
  const run = (): void => {
    frame = 0;
    stop();
    let isFirst = true;
    // Runs at once to paint; a second run only says that something it read has changed.
    stop = effect(() => {
      if (!isFirst) return schedule();
      isFirst = false;
      paint();
    });
  };
  schedule();
  return {
    schedule,
    dispose: () => {
      cancelAnimationFrame(frame);
      stop();
    },
  };
}
