import type { VNode } from 'preact';
import type { Line, Trace } from '../measure/measurement.ts';
import type { Size } from '../measure/picture-scale.ts';
import type { Point } from '../pixels/sector.ts';
import styles from './trace-overlay.module.css';

/** A number that was tapped: its words, and what it was measured on. */
export interface Traced {
  /** Names the number among all that can be tapped. */
  readonly key: string;
  readonly label: string;
  readonly trace: Trace;
}

/** Shows where a number comes from, over a picture of this size that is letterboxed beneath. */
export function TraceOverlay({ traced, size }: { readonly traced: Traced; readonly size: Size }): VNode {
  const { trace, label } = traced;
  const text = size.width / 28;
  // Bold letters are on average a little more than half as wide as they are high.
  const at = labelPlace(trace, size, { text, half: 0.31 * text * label.length });
  return (
    <svg class={styles.overlay} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {trace.kind === 'contours' ? (
        trace.contours.map((contour, i) => (
          <g key={i}>
            <polygon class={styles.rim} points={pointsOf(contour)} />
            <polygon class={styles.line} points={pointsOf(contour)} />
          </g>
        ))
      ) : (
        <>
          {trace.kind === 'lines' &&
            trace.all.map((line, i) => <line key={i} class={styles.faint} {...ends(line)} />)}
          <line class={styles.rim} {...ends(trace.line)} />
          <line class={styles.line} {...ends(trace.line)} />
          <circle class={styles.end} cx={trace.line.from.x} cy={trace.line.from.y} r={text / 4} />
          <circle class={styles.end} cx={trace.line.to.x} cy={trace.line.to.y} r={text / 4} />
        </>
      )}
      <text class={styles.label} x={at.x} y={at.y} font-size={text}>
        {label}
      </text>
    </svg>
  );
}

function ends({ from, to }: Line) {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

function pointsOf(contour: readonly Point[]): string {
  return contour.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** Below what is shown, or above it where the picture ends; never outside at the sides. */
function labelPlace(
  trace: Trace,
  { width, height }: Size,
  { text, half }: { readonly text: number; readonly half: number },
): Point {
  const points = trace.kind === 'contours' ? trace.contours.flat() : [trace.line.from, trace.line.to];
  const low = Math.max(...points.map(({ y }) => y)) + 1.6 * text;
  const high = Math.min(...points.map(({ y }) => y)) - 0.8 * text;
  const middle = points.reduce((sum, { x }) => sum + x, 0) / Math.max(1, points.length);
  return {
    x: Math.min(width - half, Math.max(Math.min(half, width / 2), middle)),
    y: low < height - 4 ? low : Math.max(text, high),
  };
}
