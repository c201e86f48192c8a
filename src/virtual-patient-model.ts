import { computed, type Signal, signal } from '@preact/signals';
import type { Scan, ScanRequest } from '../workers/phantom-protocol.ts';
import { noticeChanges } from './patient/notice-changes.ts';
import { firstSettings, type PatientSettings } from './patient/patient-settings.ts';
import { scanRequest } from './patient/scan-request.ts';

/** Whoever renders the pictures: the phantom worker, or a test. */
export type ScanSource = (request: ScanRequest) => Promise<Scan>;

type Met = Pick<Scan, 'person' | 'aim'>;

interface Dependencies {
  /** Settles with the next picture of the screen: never while the page is hidden. */
  readonly nextFrame: () => Promise<unknown>;
  /** Milliseconds of a clock that only goes forwards. */
  readonly now: () => number;
}

/** A simulated patient under a probe: what is set, the latest picture of it, and what can be done. */
export class VirtualPatient {
  readonly settings: Signal<PatientSettings>;
  /** The newest picture, or null before the first one. */
  readonly scan = signal<Scan | null>(null);
  /** Who it is and how to aim at them: as in the newest picture, but set anew only when it changes. */
  readonly met = signal<Met | null>(null);
  readonly isStarting = computed(() => this.scan.value === null);
  readonly isTruthShown = signal(false);
  readonly isFrozen = computed(() => this.settings.value.frozenAt !== null);
  /** When, on the clock, the patient's time began. */
  private began: number;

  constructor(
    initial: PatientSettings,
    private readonly dependencies: Dependencies,
  ) {
    this.settings = signal(initial);
    this.began = dependencies.now();
  }

  /** Sets what `change` names. */
  change(change: Partial<PatientSettings>): void {
    this.settings.value = { ...this.settings.value, ...change };
  }

  /** Another person under the same hand. */
  meet(seed: number): void {
    this.change({ seed });
  }

  /** Holds the probe over the middle of the kidney, along it, at a good depth and gain; the knobs of taste stay. */
  aim(): void {
    const aim = this.met.value?.aim;
    if (aim === undefined) return;
    const { model: _, ...pose } = aim.probe;
    const { depthCm, focusCm, zoom, gainDb, tgcDb } = aim.machine;
    this.change({ ...pose, depthCm, focusCm, zoom, gainDb, tgcDb });
  }

  /** Everything as it was at first, for this patient's number. */
  reset(): void {
    const { seed, frozenAt } = this.settings.value;
    this.settings.value = { ...firstSettings, seed, frozenAt };
  }

  /** Time stands still; hand and knobs still act on this moment. */
  freeze(): void {
    this.change({ frozenAt: this.time() });
  }

  run(): void {
    this.began = this.dependencies.now() - 1000 * this.time();
    this.change({ frozenAt: null });
  }

  /**
   * Picture after picture until the signal aborts: one request in flight, always with the newest settings, no queue.
   * While time stands still, only a change brings another picture.
   * @throws what the source throws.
   */
  async *watch(source: ScanSource, signal: AbortSignal): AsyncGenerator<Scan> {
    const changes = noticeChanges(() => [this.settings.value, this.isTruthShown.value], signal);
    try {
      while (!signal.aborted) {
        if (this.isFrozen.value) await changes.next();
        if (signal.aborted) return;
        changes.forget();
        const [scan] = await Promise.all([source(this.request()), this.dependencies.nextFrame()]);
        if (signal.aborted) return;
        this.show(scan);
        yield scan;
      }
    } finally {
      changes.end();
    }
  }

  private show(scan: Scan): void {
    const { person, aim } = scan;
    const met = { person, aim };
    if (JSON.stringify(met) !== JSON.stringify(this.met.value)) this.met.value = met;
    this.scan.value = scan;
  }

  private request(): ScanRequest {
    return scanRequest(this.settings.value, {
      timeSeconds: this.time(),
      withTruth: this.isTruthShown.value,
    });
  }

  /** Seconds of the patient's own time. */
  private time(): number {
    return this.settings.value.frozenAt ?? (this.dependencies.now() - this.began) / 1000;
  }
}
