import type { VNode } from 'preact';
import card from '../components/card.module.css';
import { Thumbnail } from '../components/thumbnail.tsx';
import { formatShare } from '../i18n/format.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { CombinedViews, ViewReading } from '../kidney-function/combine-views.ts';
import { hashOf } from '../route.ts';
import list from './measure-partners.module.css';

interface ViewListProps {
  readonly combined: CombinedViews;
  /** The record on the screen. */
  readonly here: string;
}

/** The pictures of one kidney that were combined, the one that speaks for it first. */
export function ViewList({ combined, here }: ViewListProps): VNode | null {
  const { chosen, others, by, spread, otherScales } = combined;
  const left = otherScales.length > 0 && (
    <p class={card.small}>{sayCount('egfr-views.other-scales', otherScales.length)}</p>
  );
  if (by === 'only' && chosen.id === here) return left || null;
  return (
    <>
      <h3>{say('egfr-views.title')}</h3>
      {by !== 'only' && (
        <p class={card.small}>
          {say('egfr-views.spread', {
            count: others.length + 1,
            low: Math.round(spread.low),
            high: Math.round(spread.high),
          })}{' '}
          {say(`egfr-views.by.${by}`)}
        </p>
      )}
      <ul class={list.partners}>
        {[chosen, ...others].map((view) => (
          <ViewRow key={view.id} view={view} isChosen={view === chosen} isHere={view.id === here} />
        ))}
      </ul>
      {left}
    </>
  );
}

interface ViewRowProps {
  readonly view: ViewReading;
  readonly isChosen: boolean;
  readonly isHere: boolean;
}

function ViewRow({ view: { id, reading, lengthCm, axisShare }, isChosen, isHere }: ViewRowProps): VNode {
  const { low, high } = reading.egfr;
  const marks = [isHere && say('egfr-views.this'), isChosen && say('egfr-views.chosen')].filter(Boolean);
  return (
    <li>
      <a class={list.partner} href={hashOf({ place: 'examination', id })}>
        <Thumbnail id={id} />
        <span class={list.words}>
          <span class={list.head}>
            {say('picture-egfr.interval', { low: Math.round(low), high: Math.round(high) })}
          </span>
          <span class={card.small}>
            {lengthCm === null
              ? say('egfr-views.share', { share: formatShare(axisShare) })
              : say('egfr-views.length', { length: lengthCm.toFixed(1) })}
          </span>
          {marks.length > 0 && <span class={card.small}>{marks.join(', ')}</span>}
        </span>
      </a>
    </li>
  );
}
