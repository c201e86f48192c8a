import { computed, signal } from '@preact/signals';
import { ChangeQueue } from './change-queue.ts';
import type { Additions, Caliper, CaliperPurpose, EchoRegions, PatientContext } from './history/additions.ts';
import type { Examination } from './history/examination.ts';
import { measureCaliper } from './measure/measure-caliper.ts';
import { measureExamination } from './measure/measure-examination.ts';
import type { Size } from './measure/picture-scale.ts';
import { pairRecords, unpairRecord } from './pair-records.ts';
import type { Calibration } from './pixels/calibration.ts';
import type { Point } from './pixels/sector.ts';
import type { Records } from './records.ts';

/** What is set by hand on a picture and can be taken back step by step. */
export type Marks = Pick<Additions, 'calibration' | 'calipers' | 'echo'>;

/** One end of one caliper. */
export interface CaliperMark {
  readonly index: number;
  readonly end: 'from' | 'to';
}

/** So long a key or a slider rests when it is let go. */
const restMs = 400;

/** What people measure on one record: every finished change is kept at once, and marks can be undone. */
export class MeasureModel {
  readonly marks = signal<Marks>({});
  readonly patient = signal<PatientContext>({});
  readonly partner = signal<string | null>(null);
  private readonly changes = new ChangeQueue();
  /** Why the last change could not be kept, or null. */
  readonly failure = this.changes.failure;
  /** The caliper in hand, by its place in the list. */
  readonly selected = signal<number | null>(null);
  readonly calipers = computed(() => this.marks.value.calipers ?? []);
  /** The scale in force and the kidney's sizes by it, a person's scale and outlines before the file's and the model's. */
  readonly measured = computed(() => measureExamination(this.asMarked(), this.opened));
  /** How long each caliper is, in their order. */
  readonly lengths = computed(() =>
    this.calipers.value.map((caliper) => measureCaliper(caliper, this.measured.value.scale)),
  );
  private readonly before = signal<readonly Marks[]>([]);
  readonly canUndo = computed(() => this.before.value.length > 0);
  private settled: Marks;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly examination: Examination,
    /** The size of the picture as opened; marks lie in the analysed picture, which may be smaller. */
    private readonly opened: Size,
    private readonly records: Pick<Records, 'open' | 'amend'>,
  ) {
    const { calibration, calipers, echo, patient, partner } = examination.additions ?? {};
    this.settled = {
      ...(calibration && { calibration }),
      ...(calipers && { calipers }),
      ...(echo && { echo }),
    };
    this.marks.value = this.settled;
    this.patient.value = patient ?? {};
    this.partner.value = partner ?? null;
  }

  /** Sets the scale by hand; null goes back to the file's own, or to none. */
  setCalibration(calibration: Calibration | null): void {
    const { calibration: _, ...others } = this.marks.peek();
    this.change(calibration === null ? others : { ...others, calibration });
  }

  /** Lays a new caliper and takes it in hand; it is kept when `settle` is called. */
  layCaliper(purpose: CaliperPurpose, from: Point, to: Point): void {
    const calipers = [...this.calipers.peek(), { purpose, from, to }];
    this.marks.value = { ...this.marks.peek(), calipers };
    this.selected.value = calipers.length - 1;
  }

  /** Moves one end while it is dragged; it is kept when `settle` is called. */
  moveMark({ index, end }: CaliperMark, to: Point): void {
    const caliper = this.calipers.peek()[index];
    if (caliper) this.putCaliper(index, { ...caliper, [end]: to });
  }

  /** Says what the caliper in hand was laid along. */
  setPurpose(purpose: CaliperPurpose): void {
    const index = this.selected.peek();
    const caliper = index === null ? undefined : this.calipers.peek()[index];
    if (index === null || caliper === undefined) return;
    this.putCaliper(index, { ...caliper, purpose });
    this.settle();
  }

  removeCaliper(index: number): void {
    this.selected.value = null;
    this.change({ ...this.marks.peek(), calipers: this.calipers.peek().filter((_, at) => at !== index) });
  }

  /** Places the two regions whose brightness is compared, or takes them away; kept when `settle` is called. */
  placeEcho(echo: EchoRegions | null): void {
    const { echo: _, ...others } = this.marks.peek();
    this.marks.value = echo === null ? others : { ...others, echo };
  }

  /** Keeps what was dragged as one step that can be undone. */
  settle(): void {
    const marks = this.marks.peek();
    if (marks === this.settled) return;
    this.before.value = [...this.before.peek(), this.settled];
    this.keepMarks(marks);
  }

  /** Keeps what keys or a slider change once they rest, as one step. */
  settleSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.settle(), restMs);
  }

  /** Drops what was drawn since the last step. */
  revert(): void {
    this.marks.value = this.settled;
    if ((this.selected.peek() ?? -1) >= this.calipers.peek().length) this.selected.value = null;
  }

  /** Goes back to what was on the picture before the last step. */
  undo(): void {
    this.settle();
    const earlier = this.before.peek().at(-1);
    if (earlier === undefined) return;
    this.before.value = this.before.peek().slice(0, -1);
    this.selected.value = null;
    this.marks.value = earlier;
    this.keepMarks(earlier);
  }

  setPatient(patient: PatientContext): void {
    this.patient.value = patient;
    this.keep(({ patient: _, ...others }) =>
      Object.keys(patient).length === 0 ? others : { ...others, patient },
    );
  }

  /** Says that another record shows the same kidney in the other view. */
  pair(partner: string): void {
    this.partner.value = partner;
    this.changes.run(() => pairRecords(this.records, this.examination.id, partner));
  }

  unpair(): void {
    this.partner.value = null;
    this.changes.run(() => unpairRecord(this.records, this.examination.id));
  }

  /** Waits until everything was kept, or could not be. */
  whenKept(): Promise<void> {
    return this.changes.whenKept();
  }

  private asMarked(): Examination {
    const { calibration: _, ...others } = this.examination.additions ?? {};
    const { calibration } = this.marks.value;
    return { ...this.examination, additions: { ...others, ...(calibration && { calibration }) } };
  }

  private putCaliper(index: number, caliper: Caliper): void {
    this.marks.value = { ...this.marks.peek(), calipers: this.calipers.peek().with(index, caliper) };
  }

  private change(marks: Marks): void {
    this.marks.value = marks;
    this.settle();
  }

  private keepMarks(marks: Marks): void {
    this.settled = marks;
    this.keep(({ calibration: _c, calipers: _k, echo: _e, ...others }) => ({ ...others, ...marks }));
  }

  private keep(amendment: (before: Additions) => Additions): void {
    this.changes.run(() => this.records.amend(this.examination.id, amendment));
  }
}
