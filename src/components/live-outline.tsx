import { useSignalEffect } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { placeAnatomy } from '../frame/place-anatomy.ts';
import type { LiveView } from '../live-view.ts';
import type { ScreenReader } from '../screens/use-screen-reader.ts';
import { drawAnatomy } from './draw-anatomy.ts';
import styles from './live-coach.module.css';

interface LiveOutlineProps {
  readonly view: LiveView;
  /** Where the analysed picture is a screen within the live picture. */
  readonly reader?: ScreenReader;
}

/** The newest outline of the kidney over the live picture, which has the same proportions and place. */
export function LiveOutline({ view, reader }: LiveOutlineProps): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useSignalEffect(() => {
    const moment = view.moment.value;
    const overlay = canvas.current;
    const context = overlay?.getContext('2d');
    if (!overlay || !context) return;
    if (moment === null) return context.clearRect(0, 0, overlay.width, overlay.height);
    const { analysis, steady } = moment;
    const seen = reader?.view.value;
    const { width, height } = seen ?? analysis;
    // Setting the size clears the canvas.
    overlay.width = width;
    overlay.height = height;
    const anatomy = steady.verdict.kind === 'wrong' ? null : shownAnatomy(analysis.outcome);
    if (!anatomy) return;
    if (!seen) return drawAnatomy(context, anatomy, width);
    const corners = reader?.handSet.value ?? seen.screen?.corners;
    if (corners) drawAnatomy(context, placeAnatomy(anatomy, { ...analysis, corners }), width);
  });
  return <canvas ref={canvas} class={styles.overlay} />;
}
