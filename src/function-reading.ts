import { signal } from '@preact/signals';
import { ChangeQueue } from './change-queue.ts';
import { CropMarks } from './crop-marks.ts';
import { Failure, toFailure } from './failure.ts';
import { decideVerdict } from './feedback/verdict.ts';
import { type AgeGate, gateByAge } from './findings/age-gate.ts';
import type { CropReading } from './findings/crop-reading.ts';
import { type PictureRefusal, refusePicture } from './findings/refuse-picture.ts';
import type { Examination } from './history/examination.ts';
import type { Inference } from './inference.ts';
import { keepReading } from './keep-reading.ts';
import type { Records } from './records.ts';
import type { Screener } from './screener.ts';

/** Where the reading of function off a picture is. */
export type FunctionPhase =
  | { readonly name: 'rest' | 'reading' }
  | { readonly name: 'refused'; readonly refusal: PictureRefusal }
  | { readonly name: 'age'; readonly gate: Exclude<AgeGate, { kind: 'open' }> }
  | { readonly name: 'failed'; readonly failure: Failure };

interface Dependencies {
  readonly records: Pick<Records, 'amend'>;
  readonly inference: Pick<Inference, 'ask'>;
  readonly screener: Pick<Screener, 'read'>;
  /** Name of the model that is set for function. */
  readonly model: string;
}

/** Reads kidney function off one record's picture when it is asked to, and keeps what came of it. */
export class FunctionReading {
  readonly phase = signal<FunctionPhase>({ name: 'rest' });
  /** What is kept with the record; null where nothing was read. */
  readonly reading = signal<CropReading | null>(null);
  private readonly changes = new ChangeQueue();
  /** Why the reading could not be kept, or null. */
  readonly unkept = this.changes.failure;

  constructor(
    private readonly record: { readonly examination: Examination; readonly bitmap: ImageBitmap },
    private readonly dependencies: Dependencies,
  ) {
    this.reading.value = record.examination.additions?.reading ?? null;
  }

  /** Reads the picture, unless it is refused or the model is not for this age; a faulty one only `despite` its faults. */
  async read(ageYears: number | undefined, despite: 'faults' | 'nothing' = 'nothing'): Promise<void> {
    if (this.phase.peek().name === 'reading') return;
    const refusal = refusePicture(decideVerdict(this.record.examination.analysis.outcome));
    if (refusal !== null && refusal.kind !== despite) {
      this.phase.value = { name: 'refused', refusal };
      return;
    }
    this.phase.value = { name: 'reading' };
    try {
      this.phase.value = await this.readBy(this.dependencies.model, ageYears);
    } catch (thrown) {
      this.phase.value = { name: 'failed', failure: toFailure(thrown) };
    }
  }

  /** Waits until everything was kept, or could not be. */
  whenKept(): Promise<void> {
    return this.changes.whenKept();
  }

  private async readBy(name: string, ageYears: number | undefined): Promise<FunctionPhase> {
    const { card } = await this.dependencies.inference.ask('openModel', { name });
    const isConfirmed = this.reading.peek()?.isAgeConfirmed === true;
    const gate = gateByAge(card.ageYears, { ageYears, isConfirmed });
    if (gate.kind !== 'open') return { name: 'age', gate };
    const reading = await this.screen(name);
    if (reading.function === undefined) throw new Failure('package-task', `${name} estimates no function`);
    const { examination } = this.record;
    const earlier = this.reading.peek();
    this.reading.value = keepReading(earlier ? { reading: earlier } : {}, reading).reading ?? reading;
    this.changes.run(() =>
      this.dependencies.records.amend(examination.id, (before) => keepReading(before, reading)),
    );
    return { name: 'rest' };
  }

  private async screen(name: string): Promise<CropReading> {
    const { examination, bitmap } = this.record;
    const { sector } = examination.analysis.outcome;
    if (sector === null) throw new TypeError('a picture without a sector was not declined');
    const { axis, capsule } = new CropMarks(examination, () => undefined);
    const copy = (): Promise<ImageBitmap> => createImageBitmap(bitmap);
    const picture = { copy, sector, capsule, axis: axis.peek() };
    return (await this.dependencies.screener.read(picture, { findings: null, function: name })).reading;
  }
}
