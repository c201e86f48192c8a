import { Failure, type FailureCode } from '../failure.ts';

/** How sharp a picture is asked for; the camera gives what comes nearest. */
export type Resolution = '720p' | '1080p' | '480p';

/** Which camera, and how sharp. */
export interface CameraWish {
  /** The browser's id of a camera, or an empty string: the one that looks away from the user. */
  readonly deviceId: string;
  readonly resolution: Resolution;
}

/** One camera, capture card or grabber: to a browser they are all video inputs. */
export interface CameraDevice {
  readonly deviceId: string;
  /** As the system calls it; empty before the user has allowed a camera. */
  readonly label: string;
}

const heights: Readonly<Record<Resolution, number>> = { '480p': 480, '720p': 720, '1080p': 1080 };

/** What browsers throw, and what it means to a user. */
const failureCodes: Readonly<Record<string, FailureCode>> = {
  NotAllowedError: 'camera-denied',
  SecurityError: 'camera-forbidden',
  NotFoundError: 'camera-missing',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
  OverconstrainedError: 'camera-unfit',
  TypeError: 'camera-forbidden',
};

/**
 * Opens a camera, without sound. A camera that is not connected any more gives way to the one that looks away.
 * @throws Failure `camera-denied`, `camera-forbidden`, `camera-missing`, `camera-busy` or `camera-unfit`
 */
export async function openCamera({ deviceId, resolution }: CameraWish): Promise<MediaStream> {
  if (deviceId !== '') {
    try {
      return await open({ deviceId: { exact: deviceId }, ...sizeOf(resolution) });
    } catch (thrown) {
      if (!(thrown instanceof Failure) || !['camera-unfit', 'camera-missing'].includes(thrown.code))
        throw thrown;
    }
  }
  return open({ facingMode: 'environment', ...sizeOf(resolution) });
}

/** The cameras of this device, the remembered one among them while it is connected. */
export async function listCameras(): Promise<readonly CameraDevice[]> {
  const devices = (await devicesOf()?.enumerateDevices()) ?? [];
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
}

/** Turns the lamp off. */
export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function sizeOf(resolution: Resolution): MediaTrackConstraints {
  const height = heights[resolution];
  return { width: { ideal: Math.round((height * 16) / 9) }, height: { ideal: height } };
}

async function open(video: MediaTrackConstraints): Promise<MediaStream> {
  const devices = devicesOf();
  // Pages without https have no cameras at all.
  if (devices === undefined) throw new Failure('camera-forbidden', 'no mediaDevices');
  try {
    return await devices.getUserMedia({ audio: false, video });
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : String(thrown);
    throw new Failure(failureCodes[name] ?? 'camera-missing', name);
  }
}

/** `navigator.mediaDevices` is missing on pages without https, whatever the type says. */
function devicesOf(): MediaDevices | undefined {
  return navigator.mediaDevices as MediaDevices | undefined;
}
