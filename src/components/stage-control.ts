import { computed, signal } from '@preact/signals';
import type { Point } from '../pixels/sector.ts';
import {
  fitPicture,
  keepInView,
  type Size,
  toPicture,
  toStage,
  type Viewport,
  zoomAt,
} from '../pixels/viewport.ts';

/** One press of a zoom button or key. */
const zoomStep = 1.5;

/** How a stage shows its picture, for the stage itself and for the buttons beside it. */
export class StageControl {
  private readonly shown = signal<Viewport>({ scale: 1, x: 0, y: 0 });
  private room: Size | null = null;
  /** How the picture lies on the stage, in CSS pixels. */
  readonly view = computed(() => this.shown.value);
  /** Grows when something that is drawn, but is no signal, has changed. */
  readonly drawings = signal(0);

  /** `picture`: the size in which the stage's coordinates are given. */
  constructor(readonly picture: Size) {}

  /** Draws the overlay again in the next frame; what `draw` reads from signals needs no such call. */
  redraw(): void {
    this.drawings.value += 1;
  }

  /** The stage has this size from now on; what was in its middle stays there. */
  resize(room: Size): void {
    if (room.width === 0 || room.height === 0) return;
    const before = this.room;
    this.room = room;
    const view = this.shown.peek();
    if (before === null || view.scale <= fitPicture(this.picture, before).scale * 1.001) this.fit();
    else this.panBy({ x: (room.width - before.width) / 2, y: (room.height - before.height) / 2 });
  }

  /** Shows the whole picture. */
  fit(): void {
    if (this.room) this.shown.value = fitPicture(this.picture, this.room);
  }

  zoomIn(): void {
    this.zoomBy(zoomStep);
  }

  zoomOut(): void {
    this.zoomBy(1 / zoomStep);
  }

  /** Enlarges by a factor about a stage point; about the stage's middle where none is given. */
  zoomBy(factor: number, at: Point = this.middle()): void {
    if (this.room === null) return;
    const view = this.shown.peek();
    // At the limit the picture stays where it is.
    const allowed = keepInView({ ...view, scale: view.scale * factor }, this.picture, this.room);
    this.show(zoomAt(view, allowed.scale / view.scale, at));
  }

  /** Moves the picture by CSS pixels. */
  panBy({ x, y }: Point): void {
    const view = this.shown.peek();
    this.show({ ...view, x: view.x + x, y: view.y + y });
  }

  /** Moves the picture so that a picture point is seen, with some room around it. */
  reveal(point: Point): void {
    if (this.room === null) return;
    const at = toStage(this.shown.peek(), point);
    const over = (value: number, size: number): number =>
      Math.max(0, 48 - value) - Math.max(0, value - (size - 48));
    const by = { x: over(at.x, this.room.width), y: over(at.y, this.room.height) };
    if (by.x !== 0 || by.y !== 0) this.panBy(by);
  }

  /** The picture point at a stage point. */
  toPicture(at: Point): Point {
    return toPicture(this.shown.peek(), at);
  }

  private middle(): Point {
    return { x: (this.room?.width ?? 0) / 2, y: (this.room?.height ?? 0) / 2 };
  }

  private show(view: Viewport): void {
    if (this.room) this.shown.value = keepInView(view, this.picture, this.room);
  }
}
