import { signal } from '@preact/signals';
import type { CropMarks } from '../crop-marks.ts';
import { say } from '../i18n/say.ts';
import { kidneyCropBox, type Poles } from '../pixels/fit-kidney-crop.ts';
import type { Point, Sector } from '../pixels/sector.ts';
import { type Drag, dragTool, findNearest, keepInside } from './drag-tool.ts';
import { drawEnd, drawLine, markColours } from './draw-marks.ts';
import { LinePlacer } from './line-placer.ts';
import type { DrawOverlay, StagePointer } from './picture-stage.tsx';
import { arrowStep, type StageWork } from './stage-work.ts';

interface AxisScene {
  /** Of the analysed picture. */
  readonly size: { readonly width: number; readonly height: number };
  readonly sector: Pick<Sector, 'pixelAspect'>;
  /** What lies between the picture and the marks. */
  readonly under: DrawOverlay;
}

/** Sets and moves the two marks of the long axis, and shows the square round them; by fingers and by keys. */
export class AxisWork implements StageWork {
  /** The mark that the arrow keys move. */
  private readonly inHand = signal<0 | 1>(1);
  private readonly placer: LinePlacer;
  readonly tool = dragTool((pointer) => this.begin(pointer));

  constructor(
    private readonly marks: CropMarks,
    private readonly scene: AxisScene,
  ) {
    this.placer = new LinePlacer({
      lay: (from, to) => this.move([from, to]),
      moveEnd: (to) => this.moveMark(1, to),
      settle: () => marks.settle(),
      revert: () => marks.revert(),
    });
  }

  readonly task = (): string => {
    if (this.marks.axis.value !== null) return say('crop.drag');
    return say(this.placer.first.value === null ? 'crop.first' : 'crop.second');
  };

  /** Sets both marks in the middle of the picture, for hands that cannot tap; keys then move them. */
  layInMiddle(): void {
    const { width, height } = this.scene.size;
    this.placer.first.value = null;
    this.move([
      { x: width * 0.3, y: height / 2 },
      { x: width * 0.7, y: height / 2 },
    ]);
    this.marks.settle();
  }

  readonly onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape' && this.placer.first.peek() !== null) {
      this.placer.first.value = null;
      return true;
    }
    const axis = this.marks.axis.peek();
    if (axis === null) return false;
    const step = arrowStep(event);
    const inHand = this.inHand.peek();
    if (step !== null) {
      const at = axis.poles[inHand];
      this.moveMark(inHand, { x: at.x + step.x, y: at.y + step.y });
      this.marks.settleSoon();
    } else if (event.key === 'Enter') this.inHand.value = inHand === 0 ? 1 : 0;
    else return false;
    return true;
  };

  readonly draw = (context: CanvasRenderingContext2D, { scale }: { readonly scale: number }): void => {
    const canvas = { context, scale };
    const axis = this.marks.axis.value;
    this.scene.under(context, { scale });
    if (axis === null) {
      const first = this.placer.first.value;
      if (first) drawEnd(canvas, first, { colour: markColours.held, isHeld: true });
      return;
    }
    const [from, to] = axis.poles;
    this.drawSquare(context, axis.poles, scale);
    drawLine(canvas, { from, to }, markColours.faint);
    for (const [index, pole] of axis.poles.entries()) {
      const isHeld = index === this.inHand.value;
      drawEnd(canvas, pole, { colour: isHeld ? markColours.held : markColours.laid, isHeld: true });
    }
  };

  /** What the model gets stays as bright as it is, and the rest steps back. */
  private drawSquare(context: CanvasRenderingContext2D, poles: Poles, scale: number): void {
    const [a, b] = poles;
    if (a.x === b.x && a.y === b.y) return;
    const { x, y, width, height } = kidneyCropBox({ poles, side: 1 }, this.scene.sector.pixelAspect);
    const { size } = this.scene;
    context.beginPath();
    context.rect(0, 0, size.width, size.height);
    context.rect(x, y, width, height);
    context.fillStyle = 'rgb(0 0 0 / 45%)';
    context.fill('evenodd');
    context.setLineDash([6 / scale, 4 / scale]);
    context.lineWidth = 1.5 / scale;
    context.strokeStyle = markColours.laid;
    context.strokeRect(x, y, width, height);
    context.setLineDash([]);
  }

  private begin(pointer: StagePointer): Drag | null {
    const axis = this.marks.axis.peek();
    if (axis === null || this.placer.first.peek() !== null) return this.placer.begin(pointer);
    const nearest = findNearest(axis.poles, pointer);
    if (nearest === null) return null;
    const mark = nearest === 0 ? 0 : 1;
    this.inHand.value = mark;
    return {
      at: () => this.marks.axis.peek()?.poles[mark] ?? pointer.at,
      move: (to) => this.moveMark(mark, to),
      end: () => this.marks.settle(),
      cancel: () => this.marks.revert(),
    };
  }

  private moveMark(mark: 0 | 1, to: Point): void {
    const axis = this.marks.axis.peek();
    if (axis === null) return;
    const [first, second] = axis.poles;
    this.move(mark === 0 ? [to, second] : [first, to]);
  }

  private move([a, b]: Poles): void {
    this.marks.move([keepInside(a, this.scene.size), keepInside(b, this.scene.size)]);
  }
}
