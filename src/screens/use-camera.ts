import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CameraModel } from '../camera-model.ts';
import { cameraId, resolution } from '../settings.ts';

/** The camera of a screen, shown in its video; off when the screen is left. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): CameraModel | null {
  const [camera, setCamera] = useState<CameraModel | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const wish = () => ({ deviceId: cameraId.peek(), resolution: resolution.peek() });
    const made = new CameraModel(wish, leaving.signal);
    const stop = made.state.subscribe((state) => {
      const shown = video.current;
      if (shown === null) return;
      const stream = 'stream' in state ? state.stream : null;
      // Setting it anew would begin the video anew.
      if (shown.srcObject !== stream) shown.srcObject = stream;
      // Fails only when the next stream comes before this one has begun.
      if (state.name === 'live') void shown.play().catch(() => undefined);
    });
    setCamera(made);
    return () => {
      stop();
      leaving.abort();
    };
  }, [video]);
  return camera;
}
