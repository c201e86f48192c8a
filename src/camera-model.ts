import { signal } from '@preact/signals';
import { Failure, toFailure } from './failure.ts';
import { type CameraDevice, type CameraWish, listCameras, openCamera, stopCamera } from './frame/camera.ts';
import { type CameraControls, readControls, setControl } from './frame/camera-track.ts';

/** What the camera is doing; it is never open while the page cannot be seen. */
export type CameraState =
  | { readonly name: 'starting' | 'asleep' }
  | OpenCamera
  | { readonly name: 'failed'; readonly failure: Failure };

/** Open; paused while the device itself holds it back, as for a telephone call. */
interface OpenCamera {
  readonly name: 'live' | 'paused';
  readonly stream: MediaStream;
  readonly controls: CameraControls;
}

/** The camera of a live view: opened once, stopped while the page is hidden, opened again when it is back. */
export class CameraModel {
  readonly state = signal<CameraState>({ name: 'starting' });
  readonly devices = signal<readonly CameraDevice[]>([]);
  /** The id of the camera that runs, or null. */
  readonly deviceId = signal<string | null>(null);
  readonly isTorchOn = signal(false);
  readonly zoom = signal(1);
  /** Counts what was asked for: what is opened too late is closed at once. */
  private turn = 0;

  /** Runs until the signal aborts; `wish` is read each time the camera is opened. */
  constructor(
    private readonly wish: () => CameraWish,
    private readonly leaving: AbortSignal,
  ) {
    const until = { signal: leaving };
    document.addEventListener('visibilitychange', () => void this.followPage(), until);
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.list(), until);
    leaving.addEventListener('abort', () => this.close(), { once: true });
    void this.followPage();
  }

  /** Opens the camera as it is wished for now. */
  async open(): Promise<void> {
    this.close();
    const turn = this.turn;
    this.state.value = { name: 'starting' };
    try {
      const stream = await openCamera(this.wish());
      if (turn !== this.turn) return stopCamera(stream);
      this.show(stream);
      await this.list();
    } catch (thrown) {
      if (turn === this.turn) this.fail(toFailure(thrown));
    }
  }

  async setTorch(isOn: boolean): Promise<void> {
    this.isTorchOn.value = isOn;
    await this.set({ torch: isOn });
  }

  async setZoom(zoom: number): Promise<void> {
    this.zoom.value = zoom;
    await this.set({ zoom });
  }

  private async set(setting: { torch: boolean } | { zoom: number }): Promise<void> {
    const state = this.state.value;
    if ('stream' in state) await setControl(state.stream, setting);
  }

  private show(stream: MediaStream): void {
    const track = stream.getVideoTracks()[0];
    const settings = track?.getSettings();
    this.deviceId.value = settings?.deviceId ?? null;
    this.isTorchOn.value = false;
    this.zoom.value = (settings as { zoom?: number } | undefined)?.zoom ?? 1;
    // The event comes when the plug is pulled or the permission withdrawn, never from our own stop.
    track?.addEventListener('ended', () => this.lose(stream), { once: true });
    const open = { stream, controls: readControls(stream) };
    const tell = (name: OpenCamera['name']) => (): void => {
      const state = this.state.value;
      if ('stream' in state && state.stream === stream) this.state.value = { name, ...open };
    };
    track?.addEventListener('mute', tell('paused'));
    track?.addEventListener('unmute', tell('live'));
    this.state.value = { name: 'live', ...open };
  }

  private lose(stream: MediaStream): void {
    const state = this.state.value;
    if (!('stream' in state) || state.stream !== stream) return;
    this.close();
    this.fail(new Failure('camera-unplugged'));
  }

  private fail(failure: Failure): void {
    this.state.value = { name: 'failed', failure };
  }

  private async followPage(): Promise<void> {
    if (this.leaving.aborted) return;
    if (document.visibilityState === 'visible') return this.open();
    this.close();
    this.state.value = { name: 'asleep' };
  }

  /** A camera that comes back after its plug was pulled is opened again. */
  private async list(): Promise<void> {
    const before = this.devices.value.length;
    this.devices.value = await listCameras();
    const state = this.state.value;
    const isBack = state.name === 'failed' && state.failure.code === 'camera-unplugged';
    if (isBack && this.devices.value.length > before) await this.open();
  }

  private close(): void {
    this.turn++;
    const state = this.state.value;
    if ('stream' in state) stopCamera(state.stream);
  }
}
