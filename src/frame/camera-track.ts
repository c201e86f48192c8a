/** The lamp and the zoom of a camera, where it has them. */
export interface CameraControls {
  readonly hasTorch: boolean;
  readonly zoom: { readonly min: number; readonly max: number; readonly step: number } | null;
}

/** What TypeScript's DOM does not know yet of the Image Capture draft (w3c/mediacapture-image). */
interface MoreCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number };
}

interface MoreSettings extends MediaTrackConstraintSet {
  readonly torch?: boolean;
  readonly zoom?: number;
}

/** Reads which controls the camera of a stream has. */
export function readControls(stream: MediaStream): CameraControls {
  const track = stream.getVideoTracks()[0];
  // Firefox has no such question; its cameras are used as they are.
  const capabilities = (track?.getCapabilities?.() ?? {}) as MoreCapabilities;
  const { torch, zoom } = capabilities;
  return {
    hasTorch: torch === true,
    zoom: zoom && zoom.max > zoom.min ? { min: zoom.min, max: zoom.max, step: zoom.step ?? 0.1 } : null,
  };
}

/** Sets lamp or zoom; a camera that refuses stays as it is, which the user sees. */
export async function setControl(stream: MediaStream, setting: MoreSettings): Promise<void> {
  const track = stream.getVideoTracks()[0];
  await track?.applyConstraints({ advanced: [setting] }).catch(() => undefined);
}
