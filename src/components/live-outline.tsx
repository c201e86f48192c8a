import { useSignalEffect } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import type { LiveView } from '../live-view.ts';
import { drawAnatomy } from './draw-anatomy.ts';
import styles from './live-coach.module.css';

/** The newest outline of the kidney over the live picture, which has the same proportions and place. */
export function LiveOutline({ view }: { readonly view: LiveView }): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useSignalEffect(() => {
    const moment = view.moment.value;
    const overlay = canvas.current;
    const context = overlay?.getContext('2d');
    if (!overlay || !context) return;
    if (moment === null) return context.clearRect(0, 0, overlay.width, overlay.height);
    const { width, height, outcome } = moment.analysis;
    // Setting the size clears the canvas.
    overlay.width = width;
    overlay.height = height;
    const anatomy = moment.steady.verdict.kind === 'wrong' ? null : shownAnatomy(outcome);
    if (anatomy) drawAnatomy(context, anatomy, width);
  });
  return <canvas ref={canvas} class={styles.overlay} />;
}
