import { Failure } from '../failure.ts';
import { encodePicture } from './encode-picture.ts';
import type { Frame } from './frame.ts';

/** Which way the camera looks; tablets point the back one at a scanner's screen. */
export type Facing = 'environment' | 'user';

/**
 * Starts the camera.
 * @throws Failure `camera-denied` or `camera-missing`.
 */
export async function startCamera(facing: Facing): Promise<MediaStream> {
  if (navigator.mediaDevices === undefined) throw new Failure('camera-missing', 'no mediaDevices');
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : String(error);
    throw new Failure(
      name === 'NotAllowedError' || name === 'SecurityError' ? 'camera-denied' : 'camera-missing',
      name,
    );
  }
}

/** Turns the lamp off. */
export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What the video shows now, as a frame. */
export async function takePhoto(video: HTMLVideoElement): Promise<Frame> {
  const bitmap = await createImageBitmap(video);
  const picture = await encodePicture(bitmap, { longestSide: 2048, type: 'image/jpeg' });
  return {
    bitmap,
    origin: 'camera',
    name: '',
    picture,
    notice: null,
    calibration: null,
    isIdentifying: false,
  };
}
