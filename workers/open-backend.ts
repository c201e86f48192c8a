import type { KernelBackend } from '@tensorflow/tfjs-core';

/** A backend made and ready for tensors. */
export interface OpenBackend {
  readonly instance: KernelBackend;
  readonly threads: number;
  readonly adapter: string | null;
  /** Resolves with the reason when the device is lost; null where nothing can be lost. */
  readonly lost: Promise<string> | null;
}
