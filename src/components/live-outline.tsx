import { useSignalEffect } from '@preact/signals';
import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { CalmMove, type MoveArrow } from '../feedback/calm-move.ts';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { placeOutlines } from '../frame/place-outlines.ts';
import type { LiveMoment, LiveView } from '../live-view.ts';
import { shownOutlines } from '../outline-edits.ts';
import { toCamera } from '../scanner-screen/map-point.ts';
import type { Quad } from '../scanner-screen/quad.ts';
import type { ScreenReader } from '../screens/use-screen-reader.ts';
import { drawAnatomy } from './draw-anatomy.ts';
import { arrowEnds, drawArrow } from './draw-arrow.ts';
import styles from './live-coach.module.css';
import { outlineLook } from './outline-look.ts';

interface LiveOutlineProps {
  readonly view: LiveView;
  /** Where the analysed picture is a screen within the live picture. */
  readonly reader?: ScreenReader;
}

/**
 * The newest outline of the kidney over the live picture, which has the same proportions and place, and an arrow the
 * way it should go where the verdict says that it lies wrong.
 */
export function LiveOutline({ view, reader }: LiveOutlineProps): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const calm = useMemo(() => new CalmMove(), [view]);
  useSignalEffect(() => {
    const moment = view.moment.value;
    const overlay = canvas.current;
    const context = overlay?.getContext('2d');
    if (!overlay || !context) return;
    if (moment === null) {
      calm.forget();
      context.clearRect(0, 0, overlay.width, overlay.height);
      return;
    }
    const seen = reader?.view.value;
    const { width, height } = seen ?? moment.analysis;
    // Setting the size clears the canvas.
    overlay.width = width;
    overlay.height = height;
    const arrow = noticeMove(calm, moment);
    if (moment.steady.verdict.kind === 'wrong') return;
    const corners = seen ? (reader?.handSet.value ?? seen.screen?.corners ?? null) : undefined;
    if (corners !== null) drawMoment(context, { moment, arrow, width, corners });
  });
  return <canvas ref={canvas} class={styles.overlay} />;
}

/** The arrow follows the verdict that is shown, and of the newest outlines only what lasts. */
function noticeMove(calm: CalmMove, { analysis, steady, atMs }: LiveMoment): MoveArrow | null {
  const { verdict } = steady;
  const isMisplaced = verdict.kind === 'faults' && verdict.faults.includes('position');
  return calm.notice(isMisplaced ? (shownAnatomy(analysis.outcome)?.framing ?? null) : null, atMs);
}

interface Scene {
  readonly moment: LiveMoment;
  readonly arrow: MoveArrow | null;
  readonly width: number;
  /** Of the screen in the live picture; undefined where the live picture itself was analysed. */
  readonly corners: Quad | undefined;
}

function drawMoment(context: CanvasRenderingContext2D, { moment, arrow, width, corners }: Scene): void {
  const { analysis } = moment;
  const placed = corners && { corners, width: analysis.width, height: analysis.height };
  const outlines = shownOutlines({ analysis });
  const look = outlineLook.value;
  drawAnatomy(context, placed ? placeOutlines(outlines, placed) : outlines, { width, look });
  const { sector } = analysis.outcome;
  if (arrow === null || sector === null) return;
  const [from, to] = arrowEnds(arrow, sector.bounds);
  const place = placed ? toCamera(placed) : null;
  drawArrow(context, place ? [place(from), place(to)] : [from, to], width);
}
