import { computed, signal } from '@preact/signals';
import type { AgreementRequests } from '../../workers/agreement-protocol.ts';
import { matchPictures, type Reader } from '../evaluation/match-pictures.ts';
import { type Failure, toFailure } from '../failure.ts';
import type { AgreementLink } from './agreement-link.ts';
import type { AgreementPhase, Compared, Place, ReaderFiles } from './agreement-phase.ts';
import type { ComparisonStore } from './kept-comparison.ts';
import { outlinePictures, type PictureServices } from './outline-pictures.ts';
import type { PickedPictures } from './picked-pictures.ts';

interface Dependencies extends PictureServices {
  readonly startWorker: () => AgreementLink;
  readonly store: ComparisonStore;
  readonly pickPictures: (files: readonly File[]) => Promise<PickedPictures>;
}

/** Two annotation files, or one and the model, on their way to a comparison. */
export class AgreementModel {
  readonly first = signal<ReaderFiles | null>(null);
  readonly second = signal<ReaderFiles | null>(null);
  readonly isModelReader = signal(false);
  readonly pictures = signal<PickedPictures>(new Map());
  readonly phase = signal<AgreementPhase>({ name: 'restoring' });
  readonly failure = signal<Failure | null>(null);
  /** What is still missing before anything can be compared; null when nothing is. */
  readonly missing = computed((): 'first' | 'second' | 'accept' | 'pictures' | null => {
    const files = [this.first.value, this.second.value].filter((one) => one !== null);
    if (this.first.value === null) return 'first';
    if (this.second.value === null && !this.isModelReader.value) return 'second';
    if (files.some(({ isAccepted }) => !isAccepted)) return 'accept';
    return this.isModelReader.value && this.pictures.value.size === 0 ? 'pictures' : null;
  });
  private stopWork: AbortController | null = null;

  constructor(private readonly dependencies: Dependencies) {}

  /** Brings back what was compared before a reload; does so once. */
  restore(): Promise<void> {
    if (this.phase.value.name !== 'restoring' || this.stopWork !== null) return Promise.resolve();
    return this.work(async () => {
      const kept = await this.dependencies.store.read();
      if (kept) {
        this.first.value = kept.first;
        this.second.value = kept.second;
        this.isModelReader.value = kept.isModelReader;
      }
      this.phase.value = kept?.compared ?? { name: 'choosing' };
    });
  }

  /** Reads the files of one reader; what is wrong with them waits for the user's word. */
  readFiles(place: Place, files: readonly File[]): Promise<void> {
    return this.work(async (signal) => {
      this.phase.value = { name: 'reading' };
      const read = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const { annotations, problems } = await this.ask('read', { files: read }, signal);
      const isAccepted = problems.every(({ effect }) => effect === 'kept');
      this[place].value = { name: nameOf(files), annotations, problems, isAccepted };
      this.phase.value = { name: 'choosing' };
    });
  }

  /** Goes on with what could be read. */
  accept(place: Place): void {
    const read = this[place].value;
    if (read) this[place].value = { ...read, isAccepted: true };
  }

  /** Takes a reader's files out, and what was kept of them. */
  forget(place: Place): Promise<void> {
    this[place].value = null;
    return this.work(() => this.dependencies.store.keep(null));
  }

  choosePictures(files: readonly File[]): Promise<void> {
    const before = this.phase.value;
    return this.work(async () => {
      this.pictures.value = await this.dependencies.pickPictures(files);
      this.phase.value = before;
    });
  }

  /** Compares the readers; the model first outlines the pictures, where it is one of them. */
  compare(): Promise<void> {
    return this.work(async (signal) => {
      const chosen = [this.first.value, this.second.value].filter((one) => one !== null);
      const { reader, scales, unopened } = await this.lookAtPictures(chosen, signal);
      const readers = reader === null ? chosen.map(toReader) : [...chosen.map(toReader), reader];
      this.phase.value = { name: 'comparing' };
      const agreement = await this.ask('compare', { readers, scales }, signal);
      const compared = { name: 'compared', agreement, readers, unopened } as const;
      this.phase.value = compared;
      await this.keep(compared);
    });
  }

  /** Back to the choice of files, which stay chosen. */
  change(): void {
    this.stop();
    this.phase.value = { name: 'choosing' };
  }

  /** Gives up what is going on. */
  stop(): void {
    this.stopWork?.abort();
  }

  /** A device without room leaves the comparison on the screen and says that it will not last. */
  private async keep(compared: Compared): Promise<void> {
    const [first, second, isModelReader] = [this.first.value, this.second.value, this.isModelReader.value];
    try {
      await this.dependencies.store.keep({ first, second, isModelReader, compared });
    } catch (thrown) {
      this.failure.value = toFailure(thrown);
    }
  }

  private lookAtPictures(readers: readonly ReaderFiles[], signal: AbortSignal) {
    const { shared } = matchPictures(readers.map(toReader));
    return outlinePictures(
      { pictures: this.pictures.value, isModelReader: this.isModelReader.value, signal, shared },
      { ...this.dependencies, onProgress: (done, total) => this.progress(done, total) },
    );
  }

  private progress(done: number, total: number): void {
    this.phase.value = { name: 'outlining', done, total };
  }

  private async ask<K extends keyof AgreementRequests>(
    kind: K,
    args: AgreementRequests[K]['args'],
    signal: AbortSignal,
  ): Promise<AgreementRequests[K]['result']> {
    signal.throwIfAborted();
    const link = this.dependencies.startWorker();
    signal.addEventListener('abort', link.end);
    try {
      return await link.ask(kind, args);
    } finally {
      signal.removeEventListener('abort', link.end);
      link.end();
    }
  }

  /** Does one thing at a time; what fails is told, and the choice stands as before. */
  private async work(action: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.stop();
    const controller = new AbortController();
    this.stopWork = controller;
    this.failure.value = null;
    try {
      await action(controller.signal);
    } catch (thrown) {
      if (this.stopWork !== controller) return;
      this.phase.value = { name: 'choosing' };
      if (!controller.signal.aborted) this.failure.value = toFailure(thrown);
    }
  }
}

function toReader({ name, annotations }: ReaderFiles): Reader {
  return { name, annotations };
}

/** The file's name without its ending; the first of several. */
function nameOf(files: readonly File[]): string {
  return files[0]?.name.replace(/(?!^)\.[^.]*$/, '') ?? '';
}
