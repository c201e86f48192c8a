import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Verdict } from '../feedback/verdict.ts';
import { joinSpans } from '../feedback/verdict-spans.ts';
import { formatDuration } from '../i18n/format.ts';
import { say, sayCount } from '../i18n/say.ts';
import { drawStripChart } from './draw-strip-chart.ts';
import styles from './strip-chart.module.css';
import { verdictWords } from './verdict-word.tsx';

/** What the chart shows of one frame. */
export interface ChartMoment {
  readonly verdict: Verdict;
  /** Probability of Optimal; null where the picture was declined. */
  readonly optimal: number | null;
}

interface StripChartProps {
  /** When each frame is shown, milliseconds after the first. */
  readonly timesMs: readonly number[];
  /** One for each frame; null where it was not looked at. */
  readonly moments: readonly (ChartMoment | null)[];
  /** The frame that is shown. */
  readonly index: number;
  readonly best: number | null;
  readonly onGo: (index: number) => void;
}

/** So many stretches are read out; of a restless clip the rest is only counted. */
const mostSpans = 30;
const pageFrames = 10;

/**
 * A clip's frames over time: verdict as a band whose colour and height tell it, the probability of Optimal as a line.
 * A tap, a drag or the arrow keys go to a frame.
 */
export function StripChart(props: StripChartProps): VNode {
  const { timesMs, index, moments, best, onGo } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const draw = (): void => drawStripChart(element, props);
    draw();
    const resizing = new ResizeObserver(draw);
    resizing.observe(element);
    return () => resizing.disconnect();
  });
  const last = timesMs.length - 1;
  const verdict = moments[index]?.verdict;
  return (
    <figure class={styles.figure}>
      <div class={styles.chart}>
        <input
          class={styles.range}
          type="range"
          aria-label={say('chart.title')}
          aria-valuetext={`${placeWords(timesMs, index)}, ${verdict ? verdictWords(verdict) : say('clip.unchecked')}`}
          min={0}
          max={Math.max(1, timesMs[last] ?? 0)}
          step="any"
          value={timesMs[index] ?? 0}
          onInput={({ currentTarget }) => {
            onGo(nearestFrame(timesMs, currentTarget.valueAsNumber));
          }}
          onKeyDown={(event) => {
            const to = frameFor(event.key, index, last);
            if (to === null) return;
            event.preventDefault();
            onGo(Math.min(last, Math.max(0, to)));
          }}
        />
        <canvas ref={canvas} class={styles.canvas} />
      </div>
      <Legend />
      <figcaption class="visually-hidden">
        {best !== null && <p>{say('clip.best.at', { time: formatDuration(timesMs[best] ?? 0) })}</p>}
        <Spans timesMs={timesMs} moments={moments} />
      </figcaption>
    </figure>
  );
}

/** Where in the clip a frame is, in words. */
export function placeWords(timesMs: readonly number[], index: number): string {
  const time = formatDuration(timesMs[index] ?? 0);
  return say('clip.place', { number: index + 1, total: timesMs.length, time });
}

function Legend(): VNode {
  const kinds = ['optimal', 'faults', 'wrong', 'declined'] as const;
  return (
    <ul class={styles.legend} aria-hidden="true">
      {kinds.map((kind) => (
        <li key={kind} class={styles.key}>
          <span class={`${styles.mark} ${styles[kind]}`} />
          {say(`chart.legend.${kind}`)}
        </li>
      ))}
      <li>{say('chart.line')}</li>
    </ul>
  );
}

/** The chart in words. */
function Spans({ timesMs, moments }: Pick<StripChartProps, 'timesMs' | 'moments'>): VNode {
  const looked = moments.flatMap((moment, i) =>
    moment === null ? [] : [{ atMs: timesMs[i] ?? 0, verdict: moment.verdict }],
  );
  const spans = joinSpans(looked);
  if (spans.length === 0) return <p>{say('chart.none')}</p>;
  return (
    <ul>
      {spans.slice(0, mostSpans).map(({ fromMs, toMs, verdict }) => (
        <li key={fromMs}>
          {say('chart.span', {
            from: formatDuration(fromMs),
            to: formatDuration(toMs),
            verdict: verdictWords(verdict),
          })}
        </li>
      ))}
      {spans.length > mostSpans && <li>{sayCount('chart.more', spans.length - mostSpans)}</li>}
    </ul>
  );
}

function nearestFrame(timesMs: readonly number[], atMs: number): number {
  const after = timesMs.findIndex((time) => time >= atMs);
  if (after < 0) return timesMs.length - 1;
  const isBeforeNearer = after > 0 && atMs - (timesMs[after - 1] ?? 0) < (timesMs[after] ?? 0) - atMs;
  return isBeforeNearer ? after - 1 : after;
}

/** Keys go by frames: their times are uneven. */
function frameFor(key: string, index: number, last: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return index + 1;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return index - 1;
  if (key === 'PageUp') return index + pageFrames;
  if (key === 'PageDown') return index - pageFrames;
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}
