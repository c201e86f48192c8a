import { computed, signal } from '@preact/signals';
import type { OpenedModel } from '../workers/protocol.ts';
import { ChangeQueue } from './change-queue.ts';
import { CropMarks } from './crop-marks.ts';
import { type Failure, toFailure } from './failure.ts';
import { decideVerdict } from './feedback/verdict.ts';
import { type AgeGate, gateByAge } from './findings/age-gate.ts';
import { isUnlikeTraining, type PictureRefusal, refusePicture } from './findings/refuse-picture.ts';
import type { Additions, Amendment } from './history/additions.ts';
import type { Examination } from './history/examination.ts';
import { keepReading } from './keep-reading.ts';
import { type CropRead, type CropReaders, readCrop } from './read-crop.ts';
import type { Records } from './records.ts';
import type { Screened } from './screener.ts';

/** Where the reading of a picture is; impossible states do not exist. */
export type FindingsPhase =
  | { readonly name: 'refused'; readonly refusal: PictureRefusal }
  /** The model is on its way to this device, or being made ready. */
  | { readonly name: 'opening' }
  | { readonly name: 'age'; readonly gate: Exclude<AgeGate, { kind: 'open' }> }
  /** Nobody knows where the kidney lies: a person sets both poles. */
  | { readonly name: 'poles' }
  | { readonly name: 'reading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | ({ readonly name: 'unlike' | 'read' } & ReadPicture);

/** A picture that was read, and by whom. */
export interface ReadPicture {
  readonly screened: Screened;
  readonly model: OpenedModel;
}

interface Dependencies extends CropReaders {
  readonly records: Pick<Records, 'amend'>;
}

/** A record and its picture. */
interface OpenRecord {
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
}

/** Reads one record's picture for findings: refuses, asks for what is missing, and keeps what came of it. */
export class FindingsModel {
  readonly marks: CropMarks;
  /** A reading is on its way; what is shown meanwhile is the one before. */
  readonly isReading = signal(false);
  /** Why a model of function of its own did not read, or null. */
  readonly functionFailure = signal<Failure | null>(null);
  readonly ageYears = signal<number | undefined>(undefined);
  readonly phase = computed<FindingsPhase>(() => this.findPhase());
  private readonly changes = new ChangeQueue();
  /** Why the last change could not be kept, or null. */
  readonly unkept = this.changes.failure;
  private readonly refusal: PictureRefusal | null;
  private readonly isConfirmed = signal(false);
  private readonly isDespiteFaults = signal(false);
  private readonly failure = signal<Failure | null>(null);
  private readonly model = signal<OpenedModel | null>(null);
  private readonly screened = signal<Screened | null>(null);
  private kept: Additions;
  private latest = 0;

  constructor(
    readonly record: OpenRecord,
    private readonly dependencies: Dependencies,
  ) {
    const { analysis, additions = {} } = record.examination;
    this.refusal = refusePicture(decideVerdict(analysis.outcome));
    this.marks = new CropMarks(record.examination, (amendment) => {
      this.kept = amendment(this.kept);
      this.amend(amendment);
      void this.read();
    });
    this.kept = additions;
    this.ageYears.value = additions.patient?.ageYears;
    this.isConfirmed.value = additions.reading?.isAgeConfirmed === true;
    // It was looked at before, whatever its faults.
    this.isDespiteFaults.value = additions.reading?.findings !== undefined;
  }

  /** Reads the picture, as far as nothing forbids it. */
  async read(): Promise<void> {
    if (this.isRefused()) return;
    const number = ++this.latest;
    const isLatest = (): boolean => number === this.latest;
    this.failure.value = null;
    this.isReading.value = true;
    try {
      const model = this.model.peek() ?? (await this.open());
      if (!isLatest()) return;
      this.model.value = model;
      if (this.gate().kind !== 'open') return;
      const read = await this.screen();
      if (isLatest()) this.take(read);
    } catch (thrown) {
      if (!isLatest()) return;
      this.screened.value = null;
      this.failure.value = toFailure(thrown);
    } finally {
      if (isLatest()) this.isReading.value = false;
    }
  }

  /** Looks at a faulty picture all the same; what comes of it carries the fault. */
  readDespiteFaults(): void {
    this.isDespiteFaults.value = true;
    void this.read();
  }

  /** Says how old the patient is; kept with the record. */
  setAge(ageYears: number): void {
    this.ageYears.value = ageYears;
    this.amend((before) => ({ ...before, patient: { ...before.patient, ageYears } }));
    void this.read();
  }

  /** Says that the patient is of an age that the card is for. */
  confirmAge(): void {
    this.isConfirmed.value = true;
    void this.read();
  }

  /** Keeps marks that keys moved a moment ago; to be called when the screen is left. */
  end(): void {
    this.marks.settle();
    this.latest++;
  }

  /** Waits until everything was kept, or could not be. */
  whenKept(): Promise<void> {
    return this.changes.whenKept();
  }

  /** The faults of the picture that a person chose to look past; empty for a good one. */
  get faults(): Extract<PictureRefusal, { kind: 'faults' }>['faults'] {
    return this.refusal?.kind === 'faults' ? this.refusal.faults : [];
  }

  private findPhase(): FindingsPhase {
    const [model, screened, failure] = [this.model.value, this.screened.value, this.failure.value];
    if (this.refusal !== null && this.isRefused()) return { name: 'refused', refusal: this.refusal };
    if (failure !== null) {
      return failure.code === 'crop-missing' ? { name: 'poles' } : { name: 'failed', failure };
    }
    if (model === null) return { name: 'opening' };
    const gate = this.gate();
    if (gate.kind !== 'open') return { name: 'age', gate };
    if (screened === null) return { name: 'reading' };
    const isUnlike = isUnlikeTraining(screened.reading.findings?.novelty ?? null);
    return { name: isUnlike ? 'unlike' : 'read', screened, model };
  }

  private isRefused(): boolean {
    return this.refusal !== null && !(this.refusal.kind === 'faults' && this.isDespiteFaults.value);
  }

  /** What was confirmed are the ages of the model of findings. */
  private gate(card = this.model.value?.card): AgeGate {
    const isSame = String(card?.ageYears) === String(this.model.value?.card.ageYears);
    const isConfirmed = this.isConfirmed.value && isSame;
    return gateByAge(card?.ageYears, { ageYears: this.ageYears.value, isConfirmed });
  }

  private open(): Promise<OpenedModel> {
    return this.dependencies.inference.ask('openModel', { name: this.dependencies.models.findings });
  }

  private screen(): Promise<CropRead> {
    const { examination, bitmap } = this.record;
    const { sector } = examination.analysis.outcome;
    if (sector === null) throw new TypeError('a picture without a sector was not declined');
    const { axis, capsule } = this.marks;
    const copy = (): Promise<ImageBitmap> => createImageBitmap(bitmap);
    const picture = { copy, sector, capsule, axis: axis.peek() };
    return readCrop(this.dependencies, picture, (card) => this.gate(card).kind === 'open');
  }

  private take({ screened, functionFailure }: CropRead): void {
    this.functionFailure.value = functionFailure;
    const isByWord = this.isConfirmed.peek() && this.ageYears.peek() === undefined;
    const reading = { ...screened.reading, ...(isByWord && { isAgeConfirmed: true as const }) };
    this.screened.value = { ...screened, reading };
    this.marks.find(reading.axis);
    const before = this.kept;
    const after = keepReading(before, reading);
    // A record that is only looked at must not count as changed.
    if (after === before) return;
    this.kept = after;
    this.amend((additions) => keepReading(additions, reading));
  }

  private amend(amendment: Amendment): void {
    this.changes.run(() => this.dependencies.records.amend(this.record.examination.id, amendment));
  }
}
