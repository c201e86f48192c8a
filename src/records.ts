import { Failure, toFailure } from './failure.ts';
import type { Amendment } from './history/additions.ts';
import type {
  Examination,
  NewExamination,
  OpenedExamination,
  StoredClip,
  StoredPicture,
} from './history/examination.ts';
import type { History } from './history/history.ts';
import { createMemoryHistory } from './history/memory-history.ts';
import type { OpenHistory } from './history/open-history.ts';
import { askToPersist } from './history/storage.ts';
import { newestFirst, type Summary } from './history/summary.ts';
import { keeping } from './settings.ts';

/** Keeps what was analysed: on disk when it can, for this window when it cannot, so that no result vanishes. */
export class Records {
  /** What the disk had no room for. */
  private readonly session = createMemoryHistory();

  constructor(private readonly opened: Promise<OpenHistory>) {}

  /** The history that lists, exports and restores. */
  async history(): Promise<History> {
    return (await this.opened).history;
  }

  /** Why records do not outlast this window, or null when they do. */
  async failure(): Promise<Failure | null> {
    return (await this.opened).failure;
  }

  /** Saves a record; resolves to why it will not outlast this window, or null. */
  async keep(record: NewExamination): Promise<Failure | null> {
    const { history, failure } = await this.opened;
    try {
      await history.save(record);
    } catch (error) {
      await this.session.save(record);
      return toFailure(error);
    }
    // Not awaited: Firefox asks the user, and a result must not wait for the answer.
    if (keeping.value === 'unasked' && history.persistent) void this.askToKeep();
    return failure;
  }

  /** All records that are not removed, newest first, also those that only this window holds. */
  async list(): Promise<readonly Summary[]> {
    const [unkept, kept] = await Promise.all([this.session.list(), (await this.history()).list()]);
    return unkept.length === 0 ? kept : [...unkept, ...kept].toSorted(newestFirst);
  }

  /** Calls `listener` after every change, in any tab; the result ends that. */
  async subscribe(listener: () => void): Promise<() => void> {
    const ends = [this.session.subscribe(listener), (await this.history()).subscribe(listener)];
    return () => {
      for (const end of ends) end();
    };
  }

  /** A record with its picture, from wherever it is; null when it is on this device no more. */
  async open(id: string): Promise<OpenedExamination | null> {
    return (await this.session.open(id)) ?? (await (await this.history()).open(id));
  }

  /** The records of these ids, without pictures; what is on this device no more is left out. */
  async read(ids: readonly string[]): Promise<readonly Examination[]> {
    const unkept = await this.session.read(ids);
    return unkept.concat(await (await this.history()).read(ids));
  }

  async thumbnail(id: string): Promise<StoredPicture | null> {
    return (await this.session.thumbnail(id)) ?? (await (await this.history()).thumbnail(id));
  }

  /** A record's moving picture; null when it has none. */
  async openClip(id: string): Promise<StoredClip | null> {
    return (await this.session.openClip(id)) ?? (await (await this.history()).openClip(id));
  }

  /**
   * Changes what people added to a record.
   * @throws Failure as `History`, and `unexpected` when the record is on this device no more
   */
  async amend(id: string, amendment: Amendment): Promise<void> {
    if (await this.session.amend(id, amendment)) return;
    if (await (await this.history()).amend(id, amendment)) return;
    throw new Failure('unexpected', `no record ${id}`);
  }

  /** Takes records off the list; they stay on the disk until the next start is a day later. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.session.remove(ids);
    await (await this.history()).remove(ids);
  }

  /** Brings removed records back. */
  async restoreRemoved(ids: readonly string[]): Promise<void> {
    await this.session.restoreRemoved(ids);
    await (await this.history()).restoreRemoved(ids);
  }

  private async askToKeep(): Promise<void> {
    keeping.value = await askToPersist();
  }

  /** Deletes for good what was removed before this time; what cannot be deleted now waits for the next start. */
  async purge(before: number): Promise<void> {
    try {
      await (await this.history()).purge(before);
    } catch {
      // Nothing is lost: the records are only kept longer than they need be.
    }
  }
}
