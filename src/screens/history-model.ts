import { computed, signal } from '@preact/signals';
import { type Failure, toFailure } from '../failure.ts';
import { filterSummaries, type SummaryFilter } from '../history/filter-summaries.ts';
import type { Summary } from '../history/summary.ts';
import type { Records } from '../records.ts';

/** The list on its way to the screen. */
export type Listing =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'listed'; readonly summaries: readonly Summary[] };

/** What the History screen shows: the list, the filter, the selection. */
export class HistoryModel {
  readonly listing = signal<Listing>({ name: 'loading' });
  /** Why records end with the window, or null. */
  readonly warning = signal<Failure | null>(null);
  readonly filter = signal<SummaryFilter>({});
  /** The ids selected, or null outside selection. */
  readonly selected = signal<ReadonlySet<string> | null>(null);
  readonly shown = computed(() => {
    const listing = this.listing.value;
    return listing.name === 'listed' ? filterSummaries(listing.summaries, this.filter.value) : [];
  });

  constructor(private readonly records: Records) {}

  /** Loads the list and keeps it up to date, changes from other tabs too; returns what ends that. */
  watch(): () => void {
    let stop = (): void => undefined;
    let isGone = false;
    const start = async (): Promise<void> => {
      this.warning.value = await this.records.failure();
      stop = await this.records.subscribe(() => void this.load());
      if (isGone) stop();
    };
    void start();
    void this.load();
    return () => {
      isGone = true;
      stop();
    };
  }

  /** Selects or leaves out one record. */
  toggle(id: string): void {
    const selected = new Set(this.selected.value);
    if (!selected.delete(id)) selected.add(id);
    this.selected.value = selected;
  }

  private async load(): Promise<void> {
    try {
      const summaries = await this.records.list();
      this.listing.value = { name: 'listed', summaries };
    } catch (error) {
      this.listing.value = { name: 'failed', failure: toFailure(error) };
    }
  }
}
