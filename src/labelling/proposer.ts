import { signal } from '@preact/signals';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { PictureRow, Proposal } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';
import { shrinkBitmap } from '../frame/shrink-bitmap.ts';
import { openBitmap } from './open-bitmap.ts';
import type { Analyse } from './open-original.ts';
import { proposeRegions } from './propose-regions.ts';

/** Pictures that are looked at before somebody comes to them; one at a time, so that the engine is never flooded. */
const ahead = 3;

interface Dependencies {
  readonly store: AnnotationStore;
  readonly analyse: Analyse;
  /** Told of each answer, before it is stored. */
  readonly onProposal: (id: string, proposal: Proposal) => void;
}

/** Asks the model for outlines: of the picture that is open, then of the next ones that nobody has touched. */
export class Proposer {
  /** Why the last picture could not be looked at; null when it could. */
  readonly failure = signal<Failure | null>(null);
  /** The picture that the model is looking at, or null. */
  readonly asking = signal<string | null>(null);
  private readonly asked = new Set<string>();
  private queue: readonly PictureRow[] = [];
  private isRunning = false;

  constructor(private readonly dependencies: Dependencies) {}

  /** Looks at these pictures first, and no more at what was asked for before and has not begun. */
  want(rows: readonly PictureRow[]): void {
    this.queue = rows.filter(({ id }) => !this.asked.has(id)).slice(0, ahead);
    void this.run();
  }

  /** Looks at a picture again, whatever came of it before. */
  ask(row: PictureRow): void {
    this.asked.delete(row.id);
    this.want([row]);
  }

  /** Ends after the picture that is being looked at. */
  stop(): void {
    this.queue = [];
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let row = this.next(); row !== null; row = this.next()) {
      try {
        await this.look(row);
        this.failure.value = null;
      } catch (thrown) {
        this.failure.value = toFailure(thrown);
        // An engine that does not run would fail at each of them.
        this.queue = [];
      }
    }
    this.asking.value = null;
    this.isRunning = false;
  }

  private next(): PictureRow | null {
    const [row = null, ...others] = this.queue;
    this.queue = others;
    return row;
  }

  private async look(row: PictureRow): Promise<void> {
    const { store, analyse, onProposal } = this.dependencies;
    this.asked.add(row.id);
    if ((await store.readAnnotation(row.id)).proposal !== null) return;
    this.asking.value = row.id;
    const bitmap = await shrinkBitmap(await openBitmap(store, row.id, row.fileName));
    try {
      const proposal = proposeRegions(await analyse(() => createImageBitmap(bitmap)), row);
      onProposal(row.id, proposal);
      await store.propose(row.id, proposal);
    } finally {
      bitmap.close();
    }
  }
}
