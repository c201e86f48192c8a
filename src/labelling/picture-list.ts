import { computed, type Signal, signal } from '@preact/signals';
import { progressOf } from '../annotation-store/progress.ts';
import type { PictureRow, WorkStatus } from '../annotation-store/project.ts';

/** The pictures of a project in their order, as this tab knows them. */
export class PictureList {
  readonly rows: Signal<readonly PictureRow[]> = signal([]);
  readonly progress = computed(() => progressOf(this.rows.value));
  /** Whether next and previous pass by what is done or skipped. */
  readonly onlyUnfinished = signal(false);

  find(id: string): PictureRow | null {
    return this.rows.peek().find((row) => row.id === id) ?? null;
  }

  /** A row that was written by this tab. */
  take(newer: PictureRow): void {
    this.rows.value = this.rows.value.map((row) => (row.id === newer.id ? newer : row));
  }

  /** The rows as they were read; what this tab wrote meanwhile is newer than that. */
  merge(read: readonly PictureRow[]): void {
    const known = new Map(this.rows.value.map((row) => [row.id, row]));
    this.rows.value = read.map((row) => {
      const mine = known.get(row.id);
      return mine !== undefined && mine.revision > row.revision ? mine : row;
    });
  }

  /** The next picture, or the one before, that is to be worked on; null for none. */
  neighbour(id: string, step: 1 | -1): PictureRow | null {
    const rows = this.rows.value;
    const at = rows.findIndex((row) => row.id === id);
    const side = step === 1 ? rows.slice(at + 1) : rows.slice(0, at).reverse();
    return side.find(({ status }) => !this.onlyUnfinished.value || isUnfinished(status)) ?? null;
  }

  /** What comes after a picture was finished: the next one, else what was passed by. */
  following(id: string): PictureRow | null {
    const left = this.rows.value.find((row) => row.id !== id && isUnfinished(row.status));
    return this.neighbour(id, 1) ?? left ?? null;
  }

  /** The untouched pictures behind this one. */
  untouchedAfter(id: string): readonly PictureRow[] {
    const rows = this.rows.value;
    const at = rows.findIndex((row) => row.id === id);
    return rows.slice(at + 1).filter(({ status }) => status === 'new');
  }
}

function isUnfinished(status: WorkStatus): boolean {
  return status !== 'done' && status !== 'skipped';
}
