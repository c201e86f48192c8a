import { say } from '../i18n/say.ts';
import type { Line } from '../measure/measurement.ts';
import type { Size } from '../measure/picture-scale.ts';
import type { Point } from '../pixels/sector.ts';
import type { ScaleDraft } from '../scale-draft.ts';
import { type Drag, dragTool, findNearest, keepInside } from './drag-tool.ts';
import { drawEnd, drawLabel, drawLine, type MarkCanvas, markColours, middleOf } from './draw-marks.ts';
import { LinePlacer } from './line-placer.ts';
import type { StagePointer } from './picture-stage.tsx';
import { arrowStep, type StageWork } from './stage-work.ts';

/** Shows a scale that is being set, and lets the two marks on the ruler be tapped and dragged. */
export class ScaleWork implements StageWork {
  readonly placer: LinePlacer;
  readonly tool = dragTool((pointer) => this.begin(pointer));
  /** The mark that the arrow keys move. */
  private end: 'from' | 'to' = 'to';

  constructor(
    private readonly draft: ScaleDraft,
    private readonly picture: Size,
  ) {
    let before: Line | null = null;
    this.placer = new LinePlacer({
      lay: (from, to) => {
        before = draft.ruler.peek();
        draft.ruler.value = { from: keepInside(from, picture), to: keepInside(to, picture) };
      },
      moveEnd: (to) => draft.moveRuler('to', keepInside(to, picture)),
      settle: () => undefined,
      revert: () => {
        draft.ruler.value = before;
      },
    });
  }

  readonly task = (): string => {
    const { method, ruler, ticks } = this.draft;
    if (method.value === 'depth') return say('scale.depth.hint');
    if (method.value === 'ticks') {
      return ticks.value ? say('scale.ticks.found', { count: ticks.value.count }) : say('scale.ticks.none');
    }
    if (this.placer.first.value !== null) return say('scale.ruler.second');
    return say(ruler.value === null ? 'scale.ruler.first' : 'scale.ruler.drag');
  };

  /** Puts the marks into the middle of the picture, for hands that cannot tap. */
  layInMiddle(): void {
    const { width, height } = this.picture;
    this.draft.ruler.value = {
      from: { x: width / 2, y: height * 0.3 },
      to: { x: width / 2, y: height * 0.7 },
    };
  }

  readonly onKey = (event: KeyboardEvent): boolean => {
    const ruler = this.draft.ruler.peek();
    if (this.draft.method.peek() !== 'ruler' || ruler === null) return false;
    const step = arrowStep(event);
    if (step !== null) {
      const at = ruler[this.end];
      this.draft.moveRuler(this.end, keepInside({ x: at.x + step.x, y: at.y + step.y }, this.picture));
    } else if (event.key === 'Enter') this.end = this.end === 'to' ? 'from' : 'to';
    else return false;
    return true;
  };

  readonly draw = (context: CanvasRenderingContext2D, { scale }: { readonly scale: number }): void => {
    const canvas = { context, scale };
    const { method, ruler, rulerCm, depthCm, ticks } = this.draft;
    if (method.value === 'depth' && this.draft.depthLine) {
      drawRuler(canvas, this.draft.depthLine, { cm: depthCm.value, isHeld: false });
    }
    if (method.value === 'ticks' && ticks.value) drawTicks(canvas, ticks.value);
    if (method.value !== 'ruler') return;
    if (ruler.value) drawRuler(canvas, ruler.value, { cm: rulerCm.value, isHeld: true });
    const first = this.placer.first.value;
    if (first) drawEnd(canvas, first, { colour: markColours.held, isHeld: true });
  };

  private begin(pointer: StagePointer): Drag | null {
    const { draft } = this;
    if (draft.method.peek() !== 'ruler') return null;
    const ruler = draft.ruler.peek();
    if (ruler === null) return this.placer.begin(pointer);
    const nearest = findNearest([ruler.from, ruler.to], pointer);
    if (nearest === null) return null;
    const end = nearest === 0 ? 'from' : 'to';
    this.end = end;
    return {
      at: () => draft.ruler.peek()?.[end] ?? pointer.at,
      move: (to: Point) => draft.moveRuler(end, keepInside(to, this.picture)),
      end: () => undefined,
      cancel: () => {
        draft.ruler.value = ruler;
      },
    };
  }
}

function drawRuler(
  canvas: MarkCanvas,
  line: Line,
  { cm, isHeld }: { readonly cm: number | undefined; readonly isHeld: boolean },
): void {
  drawLine(canvas, line, markColours.laid);
  for (const at of [line.from, line.to]) drawEnd(canvas, at, { colour: markColours.laid, isHeld });
  if (cm !== undefined) drawLabel(canvas, `${cm} cm`, middleOf(line));
}

function drawTicks(
  canvas: MarkCanvas,
  { line, count }: { readonly line: Line; readonly count: number },
): void {
  for (let i = 0; i < count; i++) {
    const share = count < 2 ? 0 : i / (count - 1);
    const at = {
      x: line.from.x + share * (line.to.x - line.from.x),
      y: line.from.y + share * (line.to.y - line.from.y),
    };
    drawEnd(canvas, at, { colour: markColours.laid, isHeld: false });
  }
}
