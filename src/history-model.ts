import { computed, signal } from '@preact/signals';
import { type Failure, toFailure } from './failure.ts';
import { filterSummaries, type SummaryFilter } from './history/filter-summaries.ts';
import type { Summary } from './history/summary.ts';
import type { Records } from './records.ts';

/** The list on its way to the screen. */
export type Listing =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'listed'; readonly summaries: readonly Summary[] };

/** The list of records, loaded once and kept up to date, with what the History screen narrows and selects. */
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

  private watching: Promise<void> | null = null;

  constructor(private readonly records: Records) {}

  /** Loads the list at the first call, and follows every change from then on, those of other tabs too. */
  watch(): void {
    this.watching ??= this.start();
  }

  /** Selects or leaves out one record. */
  toggle(id: string): void {
    const selected = new Set(this.selected.value);
    if (!selected.delete(id)) selected.add(id);
    this.selected.value = selected;
  }

  private async start(): Promise<void> {
    this.warning.value = await this.records.failure();
    await this.records.subscribe(() => void this.load());
    await this.load();
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
