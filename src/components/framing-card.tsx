import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { findFramingCauses, framingLimits } from '../feedback/find-framing-causes.ts';
import { zoomAdvice } from '../feedback/zoom-advice.ts';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { framing as words } from '../i18n/en-framing.ts';
import { formatShare } from '../i18n/format.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import { shownFraming } from '../outline-edits.ts';
import type { Framing } from '../pixels/framing.ts';
import card from './card.module.css';
import styles from './framing-card.module.css';
import { FramingDrawing } from './framing-drawing.tsx';
import { Gauge } from './gauge.tsx';

addMessages(words);

/** How the kidney lies in the sector, in words and as a small drawing; nothing where no kidney is outlined. */
export function FramingCard({ examination }: { readonly examination: Examination }): VNode | null {
  const framing = useMemo(() => shownFraming(examination), [examination]);
  const { outcome } = examination.analysis;
  if (framing === null || outcome.kind !== 'assessed') return null;
  const causes = findFramingCauses(framing).map(({ text }) => sayPhrase(text));
  const isEdited = examination.additions?.outlines?.some(({ structure }) => structure === 'capsule');
  return (
    <section class={card.card}>
      <h2>{say('framing.title')}</h2>
      <div class={styles.columns}>
        <FramingDrawing examination={examination} framing={framing} words={causes} />
        <div class={styles.words}>
          {causes.length === 0 && <p>{say('framing.good')}</p>}
          {causes.map((cause) => (
            <p key={cause}>{cause}</p>
          ))}
          <p class={styles.advice}>{say(`framing.zoom.${zoomAdvice(framing)}`)}</p>
          <FramingFigures framing={framing} />
        </div>
      </div>
      {isEdited && <p class={card.small}>{say('framing.edited')}</p>}
    </section>
  );
}

function FramingFigures({ framing }: { readonly framing: Framing }): VNode {
  const { sectorShare, offCentre, depth } = framing;
  const { small, large } = framingLimits;
  const value = formatShare(sectorShare);
  const side = offCentre < 0 ? 'left' : 'right';
  const isMiddle = Math.abs(offCentre) < 0.01;
  return (
    <dl class={styles.figures}>
      <dt>{say('framing.share')}</dt>
      <dd>
        <span>{value}</span>
        <Gauge
          value={sectorShare}
          scale={[0, 0.6]}
          band={[small, large]}
          label={say('framing.share.say', { value, low: formatShare(small), high: formatShare(large) })}
        />
      </dd>
      <dt>{say('framing.across')}</dt>
      <dd>
        {isMiddle
          ? say('framing.across.middle')
          : say(`framing.across.${side}`, { share: formatShare(Math.abs(offCentre)) })}
      </dd>
      <dt>{say('framing.down')}</dt>
      <dd>{say('framing.down.say', { share: formatShare(depth) })}</dd>
    </dl>
  );
}
