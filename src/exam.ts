import { computed, signal } from '@preact/signals';
import type { Analysis } from './analysis.ts';
import { describeExamination } from './describe-examination.ts';
import { type Failure, toFailure } from './failure.ts';
import type { Verdict } from './feedback/verdict.ts';
import { encodePicture, encodeThumbnail } from './frame/encode-picture.ts';
import type { Frame } from './frame/frame.ts';
import type { NewExamination } from './history/examination.ts';

/** One picture on its way to a verdict. */
export interface CheckItem {
  readonly key: string;
  readonly name: string;
  readonly progress: CheckProgress;
}

/** Where that picture is; impossible states do not exist. */
export type CheckProgress =
  | { readonly state: 'waiting' | 'checking' }
  | {
      readonly state: 'done';
      readonly id: string;
      readonly verdict: Verdict;
      readonly notice: Frame['notice'];
      /** Set when the device could not keep the record. */
      readonly unsaved: Failure | null;
    }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Something that becomes a frame when its turn comes. */
export interface PictureSource {
  readonly name: string;
  readonly open: () => Promise<Frame>;
}

interface Dependencies {
  readonly analyse: (copy: () => Promise<ImageBitmap>) => Promise<Analysis>;
  /** Keeps a record; resolves to why it could not be kept on disk, or null. */
  readonly keep: (examination: NewExamination) => Promise<Failure | null>;
}

/** The pictures of this sitting, checked one after the other: frame → analysis → verdict → record. */
export class Exam {
  readonly items = signal<readonly CheckItem[]>([]);
  readonly isChecking = computed(() => this.items.value.some(isUnfinished));
  /** Milliseconds that the last picture took in the worker, or null. */
  readonly lastTime = signal<number | null>(null);

  constructor(private readonly dependencies: Dependencies) {}

  /** Checks pictures in order and resolves when all are done; one bad file does not stop the rest. */
  async check(sources: readonly PictureSource[]): Promise<readonly CheckItem[]> {
    const added = sources.map(({ name, open }) => ({ key: crypto.randomUUID(), name, open }));
    const waiting = added.map(({ key, name }): CheckItem => ({ key, name, progress: { state: 'waiting' } }));
    this.items.value = [...(this.isChecking.value ? this.items.value : []), ...waiting];
    for (const { key, open } of added) {
      if (!this.items.value.some((item) => item.key === key)) continue;
      this.move(key, { state: 'checking' });
      this.move(key, await this.checkOne(open));
    }
    return this.items.value.filter((item) => added.some(({ key }) => key === item.key));
  }

  /** Leaves out what has not been started. */
  stop(): void {
    this.items.value = this.items.value.filter((item) => item.progress.state !== 'waiting');
  }

  /** Empties the list of this sitting; history keeps what was checked. */
  clear(): void {
    if (!this.isChecking.value) this.items.value = [];
  }

  private move(key: string, progress: CheckProgress): void {
    this.items.value = this.items.value.map((item) => (item.key === key ? { ...item, progress } : item));
  }

  private async checkOne(open: PictureSource['open']): Promise<CheckProgress> {
    try {
      const frame = await open();
      const record = await this.examine(frame);
      const { id, verdict } = record.examination;
      const unsaved = await this.dependencies.keep(record);
      return { state: 'done', id, verdict, notice: frame.notice, unsaved };
    } catch (error) {
      return { state: 'failed', failure: toFailure(error) };
    }
  }

  private async examine(frame: Frame): Promise<NewExamination> {
    try {
      const analysis = await this.dependencies.analyse(() => createImageBitmap(frame.bitmap));
      this.lastTime.value = analysis.timing.total;
      return { examination: describeExamination(frame, analysis), ...(await chooseKept(frame, analysis)) };
    } finally {
      frame.bitmap.close();
    }
  }
}

/** Of a picture that may name somebody only the sector is kept, and it is drawn anew. */
async function chooseKept(
  frame: Frame,
  analysis: Analysis,
): Promise<Pick<NewExamination, 'picture' | 'thumbnail'>> {
  if (frame.isIdentifying) {
    const { keepSector } = await import('./frame/keep-sector.ts');
    return keepSector(frame, analysis);
  }
  const { bitmap } = frame;
  return {
    picture: frame.picture ?? (await encodePicture(bitmap, { longestSide: 2048, type: 'image/png' })),
    thumbnail: await encodeThumbnail(bitmap),
  };
}

function isUnfinished({ progress }: CheckItem): boolean {
  return progress.state === 'waiting' || progress.state === 'checking';
}
