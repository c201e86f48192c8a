import type { Picture } from '../../workers/protocol.ts';

/** One moment of a live source: a picture to be looked at once and given away. */
export interface Glimpse {
  readonly picture: Picture;
  /** When it was taken, milliseconds of `performance.now()`. */
  readonly atMs: number;
}

/** Where browsers know no video frames, pictures are made no larger than this. */
const longestSide = 1280;

/**
 * Glimpses of a playing video until the signal aborts: each time it is asked, the newest picture, and none twice. What
 * is not asked for is never made, so nothing queues. While the page is hidden the browser brings none.
 */
export async function* glimpseVideo(video: HTMLVideoElement, signal: AbortSignal): AsyncGenerator<Glimpse> {
  const arrivals = watchArrivals(video, signal);
  while (!signal.aborted) {
    const atMs = await arrivals.next();
    if (atMs === null) return;
    // A stream that is only just there, or was taken away, has no picture; the next one may.
    const picture = await take(video).catch(() => null);
    if (picture !== null) yield { picture, atMs };
  }
}

interface Arrivals {
  /** When the newest picture came that was not asked for yet, or the next one will have come; null at the end. */
  readonly next: () => Promise<number | null>;
}

/** Notes when pictures come: one that came while the last was judged is there at once. */
function watchArrivals(video: HTMLVideoElement, signal: AbortSignal): Arrivals {
  let atMs: number | null = null;
  let wake = (): void => undefined;
  const arrive = (): void => {
    if (signal.aborted) return;
    atMs = performance.now();
    wake();
    listen();
  };
  const listen = (): void => {
    // Firefox before 132 has no frame callback; its screen's rate is close enough.
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(arrive);
    else requestAnimationFrame(arrive);
  };
  signal.addEventListener('abort', () => wake(), { once: true });
  listen();
  return {
    async next() {
      if (atMs === null && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      const arrivedAtMs = signal.aborted ? null : atMs;
      atMs = null;
      return arrivedAtMs;
    },
  };
}

/** A video frame is a handle and costs nothing; a bitmap is drawn, which at 720p takes the page 45 ms without a GPU. */
async function take(video: HTMLVideoElement): Promise<Picture> {
  if (typeof VideoFrame !== 'undefined') return new VideoFrame(video);
  const { videoWidth, videoHeight } = video;
  const scale = longestSide / Math.max(videoWidth, videoHeight);
  if (scale >= 1) return createImageBitmap(video);
  return createImageBitmap(video, {
    resizeWidth: Math.round(videoWidth * scale),
    resizeHeight: Math.round(videoHeight * scale),
    resizeQuality: 'medium',
  });
}
