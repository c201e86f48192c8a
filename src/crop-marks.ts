import { signal } from '@preact/signals';
import { shownAnatomy } from './feedback/shown-anatomy.ts';
import { axisOfOutline } from './findings/axis-of-outline.ts';
import type { CropAxis } from './findings/crop-reading.ts';
import type { Amendment } from './history/additions.ts';
import type { Examination } from './history/examination.ts';
import { outlinesInUse } from './measure/outlines-in-use.ts';
import type { Poles } from './pixels/fit-kidney-crop.ts';
import type { Point } from './pixels/sector.ts';

/** So long an arrow key rests when the mark is let go. */
const restMs = 400;

/** The two marks of the long axis round which a record's picture is cropped: by hand, else by the outline. */
export class CropMarks {
  /** Null while nobody knows it; the scanner's own marks are told by `find`. */
  readonly axis = signal<CropAxis | null>(null);
  /** The kidney's outline in pixels of the analysed picture, a person's before the model's; null without one. */
  readonly capsule: readonly (readonly Point[])[] | null;
  private readonly ofOutline: CropAxis | null;
  /** To go back to when a drag is broken off. */
  private settled: CropAxis | null;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    { analysis, additions = {} }: Examination,
    /** Told what the record is to keep, when a hand has let go. */
    private readonly onChange: (amendment: Amendment) => void,
  ) {
    const { outcome } = analysis;
    this.capsule = outlinesInUse(shownAnatomy(outcome), additions.outlines)?.capsule.contours ?? null;
    this.ofOutline = this.capsule && outcome.sector && axisOfOutline(this.capsule, analysis, outcome.sector);
    this.settled = additions.axis ?? this.ofOutline;
    this.axis.value = this.settled;
  }

  /** Where the marks go when what a hand set is taken away. */
  get home(): 'outline' | 'none' {
    return this.ofOutline === null ? 'none' : 'outline';
  }

  /** Sets the marks where something else than the outline stands. */
  choose(axis: CropAxis): void {
    this.axis.value = axis;
    this.settle();
  }

  /** Takes the axis that was found while none was set. */
  find(axis: CropAxis): void {
    if (this.axis.peek() !== null) return;
    this.settled = axis;
    this.axis.value = axis;
  }

  /** Moves the marks while they are dragged. */
  move(poles: Poles): void {
    this.axis.value = { poles, from: 'by-hand' };
  }

  /** Keeps the marks as a hand set them. */
  settle(): void {
    clearTimeout(this.rest);
    const axis = this.axis.peek();
    if (axis === null || axis === this.settled) return;
    this.settled = axis;
    // What was read in another square is not of this one.
    this.onChange(({ reading: _, ...before }) => ({ ...before, axis }));
  }

  /** The same once the keys rest. */
  settleSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.settle(), restMs);
  }

  /** Puts the marks back where they were before the drag. */
  revert(): void {
    this.axis.value = this.settled;
  }

  /** Takes away what a hand set. */
  reset(): void {
    clearTimeout(this.rest);
    this.settled = this.ofOutline;
    this.axis.value = this.settled;
    this.onChange(({ axis: _axis, reading: _reading, ...others }) => others);
  }
}
