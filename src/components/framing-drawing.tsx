import type { VNode } from 'preact';
import { type FramingMove, framingMove } from '../feedback/framing-move.ts';
import type { Examination } from '../history/examination.ts';
import { say } from '../i18n/say.ts';
import { shownOutlines } from '../outline-edits.ts';
import type { Framing } from '../pixels/framing.ts';
import type { Box, Point } from '../pixels/sector.ts';
import { arrowEnds } from './draw-arrow.ts';
import styles from './framing-card.module.css';
import { structureStyles } from './structure-style.ts';

interface FramingDrawingProps {
  readonly examination: Examination;
  readonly framing: Framing;
  /** What the drawing shows, for who does not see it. */
  readonly words: readonly string[];
}

/** The sector, the kidney in it, the middle, and an arrow the way it should go. */
export function FramingDrawing({ examination, framing, words }: FramingDrawingProps): VNode | null {
  const { sector } = examination.analysis.outcome;
  const capsule = shownOutlines(examination).find(({ structure }) => structure === 'capsule');
  if (sector === null || !capsule) return null;
  const move = framingMove(framing);
  const { x, y, width, height } = sector.bounds;
  const margin = width / 20;
  const spoken = [words.join(' ') || say('framing.good'), ...(move ? [wayWords(move)] : [])].join(' ');
  return (
    <svg
      class={styles.drawing}
      viewBox={`${x - margin} ${y - margin} ${width + 2 * margin} ${height + 2 * margin}`}
      role="img"
      aria-label={say('framing.drawing', { words: spoken })}
    >
      <polygon class={styles.sector} points={pointsOf(sector.outline)} />
      <line class={styles.middle} x1={x + width / 2} y1={y} x2={x + width / 2} y2={y + height} />
      {capsule.contours.map((contour) => (
        <polygon
          key={pointsOf(contour.slice(0, 1))}
          points={pointsOf(contour)}
          class={styles.kidney}
          style={{ stroke: structureStyles.capsule.colour, fill: structureStyles.capsule.colour }}
        />
      ))}
      {move && <Arrow framing={framing} move={move} bounds={sector.bounds} />}
    </svg>
  );
}

interface ArrowProps {
  readonly framing: Framing;
  readonly move: FramingMove;
  readonly bounds: Box;
}

function Arrow({ framing, move, bounds }: ArrowProps): VNode {
  const start = { across: framing.offCentre + 0.5, down: framing.depth };
  const [from, to] = arrowEnds({ move, from: start }, bounds);
  const angle = (180 * Math.atan2(to.y - from.y, to.x - from.x)) / Math.PI;
  const head = bounds.width / 16;
  return (
    <g class={styles.arrow}>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <polyline
        points={`${-head},${-head} 0,0 ${-head},${head}`}
        transform={`translate(${to.x} ${to.y}) rotate(${angle})`}
      />
    </g>
  );
}

function wayWords({ across, down }: FramingMove): string {
  const ways = [
    ...(across === 0 ? [] : [say(across < 0 ? 'framing.way.left' : 'framing.way.right')]),
    ...(down === 0 ? [] : [say(down < 0 ? 'framing.way.up' : 'framing.way.down')]),
  ];
  const [one = '', other] = ways;
  const way = other === undefined ? one : say('framing.way.and', { one, other });
  return say('framing.drawing.move', { way });
}

function pointsOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}
