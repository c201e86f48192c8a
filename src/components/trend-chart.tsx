import type { VNode } from 'preact';
import { formatDay } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import type { TrendPoint } from '../trend/change.ts';
import { heightOf, labelled, timeShares, type ValueAxis, valueAxis } from '../trend/chart-axis.ts';
import type { Series } from '../trend/series.ts';
import styles from './trend-chart.module.css';
import { numberWords, valueWords } from './trend-words.ts';

/** Height of the drawing in pixels, and what stays free for labels above and below. */
const height = 176;
const above = 24;
const below = 12;
/** Room for half a label at either end of the time axis, in per cent of the width. */
const beside = 9;
/** Nearer than this share of the time axis two labels would touch. */
const labelGap = 0.26;

/** One place of the chart: in per cent from the left, in pixels from the top. */
interface Placed {
  readonly point: TrendPoint;
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

/** A measure over time with error bars; each point is a link to its record. */
export function TrendChart({ series }: { readonly series: Series }): VNode {
  const { points, measure } = series;
  const axis = valueAxis(points);
  const shares = timeShares(points);
  const placed = points.map((point, i) => place(point, shares[i] ?? 0, axis));
  const withLabel = labelled(shares, labelGap);
  return (
    <div class={styles.chart}>
      <ol class={styles.ticks} aria-hidden="true">
        {axis.ticks.map((tick) => (
          <li key={tick} style={{ top: `${pixelsDown(tick, axis)}px` }}>
            {tickWords.format(tick)}
          </li>
        ))}
      </ol>
      <div class={styles.plot}>
        <svg class={styles.drawing} height={height} width="100%" aria-hidden="true">
          {axis.ticks.map((tick) => (
            <line
              key={tick}
              class={styles.grid}
              x1="0"
              x2="100%"
              y1={pixelsDown(tick, axis)}
              y2={pixelsDown(tick, axis)}
            />
          ))}
          <Joints placed={placed} isGuess={measure === 'picture'} />
          {placed.map((one, i) => (
            <Mark
              key={one.point.id}
              placed={one}
              isGuess={measure === 'picture'}
              isLabelled={withLabel.has(i)}
            />
          ))}
        </svg>
        {placed.map(({ point, x, y }) => (
          <a
            key={point.id}
            class={styles.point}
            style={{ left: `${x}%`, top: `${y}px` }}
            href={hashOf({ place: 'examination', id: point.id })}
          >
            <span class="visually-hidden">
              {say('trend.point', { date: formatDay(point.at), value: valueWords(measure, point) })}
            </span>
          </a>
        ))}
        <ol class={styles.dates} aria-hidden="true">
          {placed.map(
            ({ point, x }, i) =>
              withLabel.has(i) && (
                <li key={point.id} style={{ left: `${x}%` }}>
                  {dateWords.format(point.at)}
                </li>
              ),
          )}
        </ol>
      </div>
    </div>
  );
}

const tickWords = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const dateWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: '2-digit' });

function place(point: TrendPoint, share: number, axis: ValueAxis): Placed {
  return {
    point,
    x: beside + share * (100 - 2 * beside),
    y: pixelsDown(point.value, axis),
    top: pixelsDown(point.high, axis),
    bottom: pixelsDown(point.low, axis),
  };
}

function pixelsDown(value: number, axis: ValueAxis): number {
  return above + (1 - heightOf(value, axis)) * (height - above - below);
}

interface JointsProps {
  readonly placed: readonly Placed[];
  readonly isGuess: boolean;
}

/** Lines from point to point; none between values that were made differently. */
function Joints({ placed, isGuess }: JointsProps): VNode {
  return (
    <g class={isGuess ? styles.guessed : styles.joint}>
      {placed.map(({ point, x, y }, i) => {
        const next = placed[i + 1];
        if (next?.point.madeBy !== point.madeBy) return null;
        return <line key={point.id} x1={`${x}%`} y1={y} x2={`${next.x}%`} y2={next.y} />;
      })}
    </g>
  );
}

interface MarkProps {
  readonly placed: Placed;
  readonly isGuess: boolean;
  readonly isLabelled: boolean;
}

/** A point with its error bar; a kidney that is cut off has an arrow where the bar would end. */
function Mark({ placed: { point, x, y, top, bottom }, isGuess, isLabelled }: MarkProps): VNode {
  return (
    <svg x={`${x}%`} y="0" class={styles.mark} aria-hidden="true">
      <path
        class={styles.bar}
        d={`M0 ${top}V${bottom}M-6 ${bottom}h12${point.isLowerBound ? `M-5 ${top + 6}L0 ${top}L5 ${top + 6}` : `M-6 ${top}h12`}`}
      />
      <circle class={isGuess ? styles.hollow : styles.dot} cx="0" cy={y} r="5" />
      {isLabelled && (
        <text class={styles.label} x="0" y={top - 7}>
          {numberWords(point)}
        </text>
      )}
    </svg>
  );
}
