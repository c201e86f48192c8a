import { Failure } from '../failure.ts';
import type { Examination } from '../history/examination.ts';
import { type ShownOutline, shownOutlines } from '../outline-edits.ts';
import type { Box, Point } from '../pixels/sector.ts';
import { outlineStyles } from '../settings.ts';
import { drawAnatomy } from './draw-anatomy.ts';
import { drawEnd, drawLine, markColours } from './draw-marks.ts';
import type { OutlineLook } from './outline-look.ts';

/** Pixels of the long side: enough for lines that are sharp on paper. */
const longSide = 1400;
/** A little of the ground stays round the sector. */
const margin = 0.015;

/** Whatever is chosen for the screen, a report shows lines, so that the tissue under them is seen. */
const look: OutlineLook = {
  styles: { capsule: 'line', cortex: 'line', medulla: 'line', 'central-echo-complex': 'line' },
  strength: 1,
};

/**
 * The outlines that a report draws: kidney and central echo complex, and the medulla where it is chosen for the screen,
 * for nobody has checked it on real pictures. The cortex would only double the lines of what it lies between.
 */
export function reportedOutlines(examination: Examination): ShownOutline[] {
  const isMedullaChosen = outlineStyles.medulla.value !== 'off';
  return shownOutlines(examination).filter(
    ({ structure }) => structure !== 'cortex' && (structure !== 'medulla' || isMedullaChosen),
  );
}

/**
 * A record's picture with its outlines and calipers drawn in. Only the sector is shown where one was found: what stands
 * beside it may name who was scanned. Words below the picture are for where it goes alone.
 */
export function drawReportPicture(
  bitmap: ImageBitmap,
  examination: Examination,
  words: readonly string[] = [],
): HTMLCanvasElement {
  const { analysis, additions } = examination;
  const { sector } = analysis.outcome;
  const part = partOf(analysis, sector?.bounds ?? null);
  const scale = longSide / Math.max(part.width, part.height);
  const [width, height] = [Math.round(part.width * scale), Math.round(part.height * scale)];
  const line = Math.round(longSide / 40);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height + (words.length > 0 ? Math.round((words.length + 0.8) * 1.4 * line) : 0);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Failure('unexpected', 'no 2d canvas');
  context.fillStyle = '#000';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.save();
  context.setTransform(scale, 0, 0, scale, -part.x * scale, -part.y * scale);
  if (sector) clipTo(context, sector.outline);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, analysis.width, analysis.height);
  context.restore();
  context.setTransform(scale, 0, 0, scale, -part.x * scale, -part.y * scale);
  drawAnatomy(context, reportedOutlines(examination), { width: part.width, look });
  const marks = { context, scale: scale / 2.5 };
  for (const caliper of additions?.calipers ?? []) {
    drawLine(marks, caliper, markColours.laid);
    for (const end of [caliper.from, caliper.to])
      drawEnd(marks, end, { colour: markColours.laid, isHeld: false });
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  drawWords(context, words, { top: height, width, line });
  return canvas;
}

/** The part of the analysed picture that is shown. */
function partOf(picture: { readonly width: number; readonly height: number }, bounds: Box | null): Box {
  if (bounds === null) return { x: 0, y: 0, width: picture.width, height: picture.height };
  const room = margin * Math.max(bounds.width, bounds.height);
  const [left, top] = [Math.max(0, bounds.x - room), Math.max(0, bounds.y - room)];
  return {
    x: left,
    y: top,
    width: Math.min(picture.width, bounds.x + bounds.width + room) - left,
    height: Math.min(picture.height, bounds.y + bounds.height + room) - top,
  };
}

function clipTo(context: CanvasRenderingContext2D, outline: readonly Point[]): void {
  context.beginPath();
  for (const { x, y } of outline) context.lineTo(x, y);
  context.closePath();
  context.clip();
}

interface Place {
  readonly top: number;
  readonly width: number;
  readonly line: number;
}

function drawWords(
  context: CanvasRenderingContext2D,
  words: readonly string[],
  { top, width, line }: Place,
): void {
  context.fillStyle = '#fff';
  context.font = `${line}px system-ui, sans-serif`;
  context.textBaseline = 'top';
  words.forEach((row, index) => {
    context.fillText(row, line, top + (index + 0.5) * 1.4 * line, width - 2 * line);
  });
}
