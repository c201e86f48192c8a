import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say, sayCount } from '../i18n/say.ts';
import { type KidneyTrend, type TrendPicture, whyNoLength } from '../trend/kidney-trend.ts';
import card from './card.module.css';
import styles from './kidney-section.module.css';
import { SameKidney } from './same-kidney.tsx';
import { TrendFigure } from './trend-figure.tsx';
import { TrendTable } from './trend-table.tsx';
import { sideWords } from './trend-words.ts';

interface KidneySectionProps {
  readonly trend: KidneyTrend;
  readonly pictures: readonly TrendPicture[];
}

/** One kidney over visits: what to ask, a chart a measure, what was left out, and all in words. */
export function KidneySection({ trend, pictures }: KidneySectionProps): VNode {
  const { side, series } = trend;
  const { length, volume, picture } = series;
  const isEmpty = [length, volume, picture].every(({ points }) => points.length === 0);
  const scale = pictures.find(({ id }) => id === picture.points.at(-1)?.id)?.estimate?.reading.scale ?? '';
  return (
    <section class={card.card}>
      <h2>{sideWords(side)}</h2>
      {side === null && <p>{say('trend.side.unknown.more')}</p>}
      <Doubts doubts={trend.doubts} />
      {isEmpty ? (
        <p>{say('trend.nothing')}</p>
      ) : (
        <div class={styles.figures}>
          <TrendFigure series={length}>
            <p>{say('trend.rule.length')}</p>
          </TrendFigure>
          <TrendFigure series={volume}>
            <p>{say('trend.rule.volume')}</p>
          </TrendFigure>
          <TrendFigure series={picture}>
            <p>{say('trend.rule.picture', { scale })}</p>
          </TrendFigure>
        </div>
      )}
      <Notes trend={trend} />
      {!isEmpty && <TrendTable series={[length, volume, picture]} />}
    </section>
  );
}

/** Asked once: a yes holds until the screen is left. */
function Doubts({ doubts }: Pick<KidneyTrend, 'doubts'>): VNode {
  const [same, setSame] = useState<ReadonlySet<string>>(new Set());
  const open = doubts.filter((pair) => !same.has(keyOf(pair)));
  return (
    <>
      {open.map((pair) => (
        <SameKidney key={keyOf(pair)} pair={pair} onSame={() => setSame(new Set([...same, keyOf(pair)]))} />
      ))}
    </>
  );
}

function keyOf([a, b]: readonly [TrendPicture, TrendPicture]): string {
  return `${a.id} ${b.id}`;
}

/** On what the lengths rest, and which pictures gave none. */
function Notes({ trend: { scales, byHand, without } }: { readonly trend: KidneyTrend }): VNode | null {
  const notes = [
    scales.length > 1 &&
      say('trend.scales', { scales: scales.map((scale) => say(`trend.scale.${scale}`)).join(', ') }),
    byHand > 0 && sayCount('trend.by-hand', byHand),
    ...whyNoLength.map((why) => without[why] > 0 && sayCount(`trend.without.${why}`, without[why])),
  ].filter((words) => words !== false);
  if (notes.length === 0) return null;
  return (
    <ul class={styles.notes}>
      {notes.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
