import { signal } from '@preact/signals';
import { type Failure, toFailure } from './failure.ts';

/** Changes to a record one after the other, so that the last change is the one that stays. */
export class ChangeQueue {
  /** Why the last change could not be kept, or null. */
  readonly failure = signal<Failure | null>(null);
  private saving: Promise<void> = Promise.resolve();

  /** Makes a change when those before it are done; one that fails is told and stops no other. */
  run(change: () => Promise<void>): void {
    const keep = async (before: Promise<void>): Promise<void> => {
      await before;
      try {
        await change();
        this.failure.value = null;
      } catch (error) {
        this.failure.value = toFailure(error);
      }
    };
    this.saving = keep(this.saving);
  }

  /** Waits until everything was kept, or could not be. */
  whenKept(): Promise<void> {
    return this.saving;
  }
}
