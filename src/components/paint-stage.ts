import { type Signal, signal } from '@preact/signals';
import type { Point } from '../pixels/sector.ts';
import type { Viewport } from '../pixels/viewport.ts';
import { hand } from '../settings.ts';
import { type FramePainter, paintOnFrames } from './paint-on-frames.ts';
import type { PictureStageProps } from './picture-stage.tsx';
import { lensSide, placeLens } from './place-lens.ts';

/** The magnifier: the picture point that it shows, and the stage point beside which it stands. */
export interface Lens {
  readonly shows: Point;
  readonly finger: Point;
}

/** What draws a stage's three layers. */
export interface StagePainter {
  readonly lens: Signal<Lens | null>;
  readonly dispose: () => void;
}

/** CSS pixels a picture pixel under the lens, as a multiple of the stage's; at least `leastScale`. */
const magnification = 2.5;
const leastScale = 3;

/** Draws the picture, the overlay and the magnifier of a stage whenever what they show has changed. */
export function paintStage(stage: HTMLElement, props: () => PictureStageProps): StagePainter {
  const lens = signal<Lens | null>(null);
  const room = signal<Room>({ width: 0, height: 0, ratio: 1 });
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = stage;
    props().control.resize({ width, height });
    room.value = { width, height, ratio: devicePixelRatio };
  };
  const observer = new ResizeObserver(measure);
  observer.observe(stage);
  measure();
  const layer = (name: string, paint: (canvas: HTMLCanvasElement) => void): FramePainter => {
    const canvas = stage.querySelector<HTMLCanvasElement>(`canvas[data-layer=${name}]`);
    return paintOnFrames(() => canvas && paint(canvas));
  };
  const painters = [
    layer('picture', (canvas) => drawPicture(canvas, props(), room.value)),
    layer('overlay', (canvas) => drawOverlay(canvas, props(), room.value)),
    layer('lens', (canvas) => drawLens(canvas, { lens: lens.value, props: props(), room: room.value })),
  ];
  return {
    lens,
    dispose: () => {
      observer.disconnect();
      for (const painter of painters) painter.dispose();
    },
  };
}

/** CSS pixels, and device pixels in each. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

function drawPicture(canvas: HTMLCanvasElement, props: PictureStageProps, room: Room): void {
  const { bitmap, control } = props;
  const context = cleared(canvas, room);
  if (context === null) return;
  applyView(context, control.view.value, room.ratio);
  context.drawImage(bitmap, 0, 0, control.picture.width, control.picture.height);
}

function drawOverlay(canvas: HTMLCanvasElement, { control, draw }: PictureStageProps, room: Room): void {
  // Read, so that a call of `redraw` comes here.
  control.drawings.value;
  const context = cleared(canvas, room);
  if (context === null) return;
  const view = control.view.value;
  applyView(context, view, room.ratio);
  context.save();
  draw(context, view);
  context.restore();
}

interface LensScene {
  readonly lens: Lens | null;
  readonly props: PictureStageProps;
  readonly room: Room;
}

function drawLens(canvas: HTMLCanvasElement, { lens, props, room }: LensScene): void {
  const { control, bitmap, draw } = props;
  control.drawings.value;
  canvas.hidden = lens === null;
  if (lens === null) return;
  const { ratio } = room;
  const context = cleared(canvas, { width: lensSide, height: lensSide, ratio });
  if (context === null) return;
  const half = lensSide / 2;
  const place = placeLens(lens.finger, room, hand.value);
  canvas.style.width = canvas.style.height = `${lensSide}px`;
  canvas.style.transform = `translate(${place.x - half}px, ${place.y - half}px)`;
  const scale = Math.max(leastScale, magnification * control.view.value.scale);
  applyView(context, { scale, x: half - scale * lens.shows.x, y: half - scale * lens.shows.y }, ratio);
  context.drawImage(bitmap, 0, 0, control.picture.width, control.picture.height);
  context.save();
  draw(context, { scale });
  context.restore();
  context.setTransform(ratio, 0, 0, ratio, half * ratio, half * ratio);
  drawCross(context);
}

/** Cross hairs about the origin that leave what they point at free. */
function drawCross(context: CanvasRenderingContext2D): void {
  context.beginPath();
  for (const [x, y] of cross) {
    context.moveTo(8 * x, 8 * y);
    context.lineTo(20 * x, 20 * y);
  }
  context.strokeStyle = '#7cb8ff';
  context.lineWidth = 1.5;
  context.stroke();
}

const cross = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** The context of a canvas that has the room's device pixels and nothing on it. */
function cleared(canvas: HTMLCanvasElement, { width, height, ratio }: Room): CanvasRenderingContext2D | null {
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(1, 0, 0, 1, 0, 0);
  context?.clearRect(0, 0, across, down);
  return context;
}

function applyView(context: CanvasRenderingContext2D, { scale, x, y }: Viewport, ratio: number): void {
  context.setTransform(scale * ratio, 0, 0, scale * ratio, x * ratio, y * ratio);
}
