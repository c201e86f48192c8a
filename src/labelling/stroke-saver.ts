import { signal } from '@preact/signals';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { PictureAnnotation, PictureRow, WorkStatus } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';

/** A picture's newest state on its way to the disk. */
export interface Unsaved {
  readonly annotation: PictureAnnotation;
  readonly status: WorkStatus;
}

interface Dependencies {
  readonly store: AnnotationStore;
  readonly project: string;
  /** The revision of a picture's row as this tab knows it. */
  readonly revisionOf: (id: string) => number;
  readonly onSaved: (row: PictureRow) => void;
  /** Another tab changed the picture meanwhile: what it wrote stands, and must be shown. */
  readonly onConflict: (id: string) => void;
}

/** Writes each change at once, one transaction at a time; what cannot be written stays in memory and is tried again. */
export class StrokeSaver {
  /** Why the newest changes are in memory only; null when all are on the disk. */
  readonly failure = signal<Failure | null>(null);
  /** Whether a change is on its way to the disk. */
  readonly isWriting = signal(false);
  private readonly waiting = new Map<string, Unsaved>();

  constructor(private readonly dependencies: Dependencies) {}

  /** The state of a picture that the disk does not have yet. */
  unsaved(id: string): Unsaved | null {
    return this.waiting.get(id) ?? null;
  }

  save(id: string, unsaved: Unsaved): void {
    this.waiting.set(id, unsaved);
    void this.flush();
  }

  /** Writes what waits; never rejects, `failure` tells. */
  async flush(): Promise<void> {
    if (this.isWriting.peek()) return;
    this.isWriting.value = true;
    try {
      for (let next = this.first(); next !== null; next = this.first()) await this.write(next);
      this.failure.value = null;
    } catch (thrown) {
      this.failure.value = toFailure(thrown);
    } finally {
      this.isWriting.value = false;
    }
  }

  private first(): (Unsaved & { readonly id: string }) | null {
    for (const [id, unsaved] of this.waiting) return { id, ...unsaved };
    return null;
  }

  private async write({ id, annotation, status }: Unsaved & { readonly id: string }): Promise<void> {
    const { store, project, revisionOf, onSaved, onConflict } = this.dependencies;
    try {
      const changes = [{ id, annotation, status, revision: revisionOf(id) }];
      for (const row of await store.save(project, changes)) onSaved(row);
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code !== 'annotation-changed') throw failure;
      this.waiting.delete(id);
      onConflict(id);
      throw failure;
    }
    // A newer stroke may have come meanwhile.
    if (this.waiting.get(id)?.annotation === annotation) this.waiting.delete(id);
  }
}
