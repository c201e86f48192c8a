import { signal } from '@preact/signals';
import type { CaliperPurpose } from '../history/additions.ts';
import { say } from '../i18n/say.ts';
import type { Line } from '../measure/measurement.ts';
import type { CaliperMark, MeasureModel } from '../measure-model.ts';
import type { Point } from '../pixels/sector.ts';
import { type Drag, dragTool, findNearest, keepInside } from './drag-tool.ts';
import { drawEnd, drawLabel, drawLine, lowerEnd, type MarkCanvas, markColours } from './draw-marks.ts';
import { LinePlacer } from './line-placer.ts';
import type { StagePointer } from './picture-stage.tsx';
import { sizeWords } from './size-words.ts';
import { arrowStep, type StageWork } from './stage-work.ts';

/** Lays, moves and draws the calipers of a record; by fingers, and by the keys of the focused stage. */
export class CaliperWork implements StageWork {
  /** What the next caliper is laid along. */
  readonly purpose = signal<CaliperPurpose>('length');
  /** The end of the caliper in hand that the arrow keys move. */
  readonly end = signal<CaliperMark['end']>('to');
  readonly placer: LinePlacer;
  readonly tool = dragTool((pointer) => this.begin(pointer));

  constructor(private readonly model: MeasureModel) {
    this.placer = new LinePlacer({
      lay: (from, to) => model.layCaliper(this.purpose.peek(), this.inside(from), this.inside(to)),
      moveEnd: (to) => this.move({ index: model.calipers.peek().length - 1, end: 'to' }, to),
      settle: () => {
        model.settle();
        // It is done: what is chosen next is for the next one.
        model.selected.value = null;
      },
      revert: () => model.revert(),
    });
  }

  readonly task = (): string => {
    if (this.placer.first.value !== null) return say('caliper.second');
    return say(this.model.calipers.value.length === 0 ? 'caliper.first' : 'caliper.drag');
  };

  /** Lays a caliper across the middle of the picture, for hands that cannot tap; its end is then moved by keys. */
  layInMiddle(): void {
    const { width, height } = this.model.examination.analysis;
    const y = height / 2;
    this.model.layCaliper(this.purpose.peek(), { x: width * 0.35, y }, { x: width * 0.65, y });
    this.model.settle();
  }

  readonly onKey = (event: KeyboardEvent): boolean => {
    const { model, placer } = this;
    if (event.key === 'Escape' && placer.first.peek() !== null) {
      placer.first.value = null;
      return true;
    }
    const index = model.selected.peek();
    const caliper = index === null ? undefined : model.calipers.peek()[index];
    if (index === null || caliper === undefined) return false;
    const step = arrowStep(event);
    if (step !== null) {
      const end = this.end.peek();
      const at = caliper[end];
      this.move({ index, end }, { x: at.x + step.x, y: at.y + step.y });
      model.settleSoon();
    } else if (event.key === 'Enter') this.end.value = this.end.peek() === 'to' ? 'from' : 'to';
    else if (event.key === 'Delete' || event.key === 'Backspace') model.removeCaliper(index);
    else return false;
    return true;
  };

  readonly draw = (context: CanvasRenderingContext2D, { scale }: { readonly scale: number }): void => {
    const canvas = { context, scale };
    const { calipers, selected, lengths, measured } = this.model;
    for (const [index, caliper] of calipers.value.entries()) {
      const length = lengths.value[index];
      const words = length && sizeWords(length, caliper.purpose, measured.value.scale.unit);
      this.drawCaliper(canvas, caliper, { isHeld: index === selected.value, words: words?.value ?? '' });
    }
    const first = this.placer.first.value;
    if (first) drawEnd(canvas, first, { colour: markColours.held, isHeld: true });
  };

  private drawCaliper(
    canvas: MarkCanvas,
    line: Line,
    { isHeld, words }: { readonly isHeld: boolean; readonly words: string },
  ): void {
    const colour = isHeld ? markColours.held : markColours.laid;
    drawLine(canvas, line, colour);
    for (const end of ['from', 'to'] as const) drawEnd(canvas, line[end], { colour, isHeld });
    drawLabel(canvas, words, lowerEnd(line));
  }

  private begin(pointer: StagePointer): Drag {
    const { model } = this;
    const calipers = model.calipers.peek();
    const nearest = findNearest(
      calipers.flatMap(({ from, to }) => [from, to]),
      pointer,
    );
    // A tap that completes a line goes before an end that happens to lie there.
    if (nearest === null || this.placer.first.peek() !== null) return this.placer.begin(pointer);
    const mark = { index: nearest >> 1, end: nearest % 2 === 0 ? 'from' : 'to' } as const;
    model.selected.value = mark.index;
    this.end.value = mark.end;
    return {
      at: () => model.calipers.peek()[mark.index]?.[mark.end] ?? pointer.at,
      move: (to) => this.move(mark, to),
      end: () => model.settle(),
      cancel: () => model.revert(),
    };
  }

  private move(mark: CaliperMark, to: Point): void {
    this.model.moveMark(mark, this.inside(to));
  }

  private inside(point: Point): Point {
    return keepInside(point, this.model.examination.analysis);
  }
}
