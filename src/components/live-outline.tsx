import { useSignalEffect } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { placeOutlines } from '../frame/place-outlines.ts';
import type { LiveView } from '../live-view.ts';
import { shownOutlines } from '../outline-edits.ts';
import type { ScreenReader } from '../screens/use-screen-reader.ts';
import { drawAnatomy } from './draw-anatomy.ts';
import styles from './live-coach.module.css';
import { outlineLook } from './outline-look.ts';

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
    if (steady.verdict.kind === 'wrong') return;
    const outlines = shownOutlines({ analysis });
    const look = outlineLook.value;
    const corners = seen && (reader?.handSet.value ?? seen.screen?.corners);
    if (!seen) drawAnatomy(context, outlines, { width, look });
    else if (corners)
      drawAnatomy(context, placeOutlines(outlines, { ...analysis, corners }), { width, look });
  });
  return <canvas ref={canvas} class={styles.overlay} />;
}
