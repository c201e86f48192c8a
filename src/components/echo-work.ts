import { signal } from '@preact/signals';
import { say } from '../i18n/say.ts';
import type { EchoRegion } from '../measure/echo-ratio.ts';
import type { MeasureModel } from '../measure-model.ts';
import type { Point } from '../pixels/sector.ts';
import { type Drag, dragTool, findNearest, keepInside } from './drag-tool.ts';
import { drawDisc, drawLabel, type MarkCanvas, markColours } from './draw-marks.ts';
import type { StagePointer } from './picture-stage.tsx';
import { arrowStep, type StageWork } from './stage-work.ts';

type Part = 'cortex' | 'liver';

/** Two circles whose brightness is compared: the first tap places the one in the cortex, the second that in the liver. */
export class EchoWork implements StageWork {
  /** The first circle, while the second is missing. */
  readonly first = signal<EchoRegion | null>(null);
  readonly tool = dragTool((pointer) => this.begin(pointer));
  /** The circle that the arrow keys move. */
  private part: Part = 'liver';

  constructor(private readonly model: MeasureModel) {}

  readonly task = (): string => {
    if (this.model.marks.value.echo) return say('echo.drag');
    return say(this.first.value ? 'echo.second' : 'echo.first');
  };

  /** Radius of both circles, in pixels of the analysed picture. */
  radius(): number {
    const { echo } = this.model.marks.value;
    return echo?.cortex.radius ?? this.first.value?.radius ?? this.model.examination.analysis.width / 50;
  }

  setRadius(radius: number): void {
    const { echo } = this.model.marks.peek();
    if (!echo) return;
    const [cortex, liver] = [
      { ...echo.cortex, radius },
      { ...echo.liver, radius },
    ];
    this.model.placeEcho({ cortex, liver });
    this.model.settleSoon();
  }

  clear(): void {
    this.first.value = null;
    this.model.placeEcho(null);
    this.model.settle();
  }

  /** Puts both circles into the middle of the picture, for hands that cannot tap. */
  layInMiddle(): void {
    const { width, height } = this.model.examination.analysis;
    const at = (share: number): EchoRegion => ({
      centre: { x: share * width, y: height / 2 },
      radius: this.radius(),
    });
    this.model.placeEcho({ cortex: at(0.55), liver: at(0.45) });
    this.model.settle();
  }

  readonly onKey = (event: KeyboardEvent): boolean => {
    const { echo } = this.model.marks.peek();
    if (!echo) return false;
    const step = arrowStep(event);
    if (step !== null) {
      const { x, y } = echo[this.part].centre;
      this.move(this.part, { x: x + step.x, y: y + step.y });
      this.model.settleSoon();
    } else if (event.key === 'Enter') this.part = this.part === 'liver' ? 'cortex' : 'liver';
    else return false;
    return true;
  };

  readonly draw = (context: CanvasRenderingContext2D, { scale }: { readonly scale: number }): void => {
    const canvas = { context, scale };
    const { echo } = this.model.marks.value;
    const cortex = echo?.cortex ?? this.first.value;
    if (cortex) drawNamed(canvas, cortex, say('echo.cortex'));
    if (echo) drawNamed(canvas, echo.liver, say('echo.liver'));
  };

  private begin(pointer: StagePointer): Drag | null {
    const { echo } = this.model.marks.peek();
    if (echo) return this.take(pointer);
    const circle = (at: Point): EchoRegion => ({ centre: this.inside(at), radius: this.radius() });
    const first = this.first.peek();
    if (first === null) return this.placeFirst(circle, pointer.at);
    this.first.value = null;
    this.model.placeEcho({ cortex: first, liver: circle(pointer.at) });
    this.part = 'liver';
    return {
      at: () => this.model.marks.peek().echo?.liver.centre ?? pointer.at,
      move: (to) => this.move('liver', to),
      end: () => this.model.settle(),
      cancel: () => {
        this.first.value = first;
        this.model.revert();
      },
    };
  }

  private placeFirst(circle: (at: Point) => EchoRegion, at: Point): Drag {
    this.first.value = circle(at);
    return {
      at: () => this.first.peek()?.centre ?? at,
      move: (to) => {
        this.first.value = circle(to);
      },
      end: () => undefined,
      cancel: () => {
        this.first.value = null;
      },
    };
  }

  private take(pointer: StagePointer): Drag | null {
    const { echo } = this.model.marks.peek();
    if (!echo) return null;
    const { cortex, liver } = echo;
    const reach = Math.max(pointer.reach, cortex.radius);
    const nearest = findNearest([cortex.centre, liver.centre], { at: pointer.at, reach });
    if (nearest === null) return null;
    const part = nearest === 0 ? 'cortex' : 'liver';
    this.part = part;
    return {
      at: () => this.model.marks.peek().echo?.[part].centre ?? pointer.at,
      move: (to) => this.move(part, to),
      end: () => this.model.settle(),
      cancel: () => this.model.revert(),
    };
  }

  private move(part: Part, to: Point): void {
    const { echo } = this.model.marks.peek();
    if (echo) this.model.placeEcho({ ...echo, [part]: { ...echo[part], centre: this.inside(to) } });
  }

  private inside(point: Point): Point {
    return keepInside(point, this.model.examination.analysis);
  }
}

function drawNamed(canvas: MarkCanvas, region: EchoRegion, name: string): void {
  drawDisc(canvas, region, markColours.laid);
  drawLabel(canvas, name, { x: region.centre.x, y: region.centre.y + region.radius - 12 / canvas.scale });
}
