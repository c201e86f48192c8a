import { type ReadonlySignal, signal } from '@preact/signals';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import { type Failure, toFailure } from '../failure.ts';
import type { PickedFile } from '../frame/picked-file.ts';
import type { Added, Refused } from './add-pictures.ts';
import type { Analyse } from './open-original.ts';
import { nameOfPicked, sortPicked } from './sort-picked.ts';

/** What became of the pictures that were chosen for a project. */
export interface Adding {
  readonly project: string;
  /** Null while files and ZIPs are looked through. */
  readonly progress: Added | null;
  readonly state: 'running' | 'finished' | 'stopped';
  /** Why it ended early, or null. */
  readonly failure: Failure | null;
}

interface Dependencies {
  readonly store: AnnotationStore;
  readonly analyse: Analyse;
  /** Given the annotation files that lay beside the pictures, once those are in. */
  readonly onAnnotations: (project: string, files: readonly File[]) => void;
  /** Called when something came in that is worth keeping. */
  readonly onAdded: () => void;
}

const nothing: Added = { total: 0, added: 0, already: 0, refused: [] };

/** Adds pictures to projects in the background, one set at a time; leaving the screen does not stop it. */
export class PictureAdder {
  private readonly current = signal<Adding | null>(null);
  private stopper = new AbortController();
  /** The set that is being added, or was last. */
  readonly adding: ReadonlySignal<Adding | null> = this.current;

  constructor(private readonly dependencies: Dependencies) {}

  /** Whether a set is on its way; another one must wait. */
  get isRunning(): boolean {
    return this.current.value?.state === 'running';
  }

  /** Makes a project of what was chosen and begins to add it; resolves to the project's id at once. */
  async begin(picked: readonly PickedFile[], nameless: string): Promise<string> {
    const { id } = await this.dependencies.store.createProject(nameOfPicked(picked) || nameless);
    void this.add(id, picked);
    return id;
  }

  /** Adds what was chosen to a project; never rejects, the state tells. */
  async add(project: string, picked: readonly PickedFile[]): Promise<void> {
    if (this.isRunning) return;
    this.stopper = new AbortController();
    const { signal: stopping } = this.stopper;
    this.current.value = { project, progress: null, state: 'running', failure: null };
    try {
      const { annotations, refused, pictures } = await sortPicked(picked);
      const progress = await this.addSorted(project, pictures, refused);
      const state = stopping.aborted ? 'stopped' : 'finished';
      this.current.value = { project, progress, state, failure: null };
      if (progress.added > 0) this.dependencies.onAdded();
      if (annotations.length > 0) this.dependencies.onAnnotations(project, annotations);
    } catch (thrown) {
      const progress = this.current.value?.progress ?? null;
      this.current.value = { project, progress, state: 'stopped', failure: toFailure(thrown) };
    }
  }

  /** Ends after the picture that is on its way; those before stay. */
  stop(): void {
    this.stopper.abort();
  }

  /** Puts the report of the last set away. */
  dismiss(): void {
    if (!this.isRunning) this.current.value = null;
  }

  private async addSorted(
    project: string,
    pictures: readonly PickedFile[],
    refused: readonly Refused[],
  ): Promise<Added> {
    if (pictures.length === 0) return { ...nothing, refused };
    const [{ gatherPictures }, { addPictures }] = await Promise.all([
      import('../frame/gather-pictures.ts'),
      import('./add-pictures.ts'),
    ]);
    const sources = await gatherPictures(pictures, 'file');
    const withRefused = (added: Added): Added => ({ ...added, refused: [...refused, ...added.refused] });
    const added = await addPictures(sources, {
      ...this.dependencies,
      project,
      signal: this.stopper.signal,
      onProgress: (progress) => {
        this.current.value = { project, progress: withRefused(progress), state: 'running', failure: null };
      },
    });
    return withRefused(added);
  }
}
