import type { ComponentChildren, VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { judgeMeter, type MeterJudgement, type MeterName, meterBands } from '../pixels/meter-bands.ts';
import type { Meters } from '../pixels/meters.ts';
import card from './card.module.css';
import styles from './meter-card.module.css';

interface MeterCardProps {
  readonly name: MeterName;
  readonly meters: Meters;
  readonly title: string;
  readonly explain: string;
  /** Writes a value with its unit. */
  readonly format: (value: number) => string;
  /** Writes the ends of the band, where the unit need not be said again. */
  readonly formatEnd?: (value: number) => string;
  readonly children: ComponentChildren;
}

/** The side of the band on which a meter does no harm: nobody is told that a picture is too sharp. */
const harmless: Partial<Record<MeterName, MeterJudgement>> = {
  saturatedShare: 'low',
  lostShare: 'low',
  shadowShare: 'low',
  sharpness: 'high',
};

/** One meter: its value with its unit, its chart, and where the value lies beside the normal band. */
export function MeterCard({
  name,
  meters,
  title,
  explain,
  format,
  formatEnd = format,
  children,
}: MeterCardProps): VNode {
  const value = meters[name];
  const { low, high } = meterBands[name];
  const judged = judgeMeter(name, value);
  const isHarmless = judged === 'normal' || harmless[name] === judged;
  return (
    <article class={card.card}>
      <header class={styles.header}>
        <h3>{title}</h3>
        <p class={styles.value}>{format(value)}</p>
      </header>
      {children}
      <p class={styles.judged}>
        <span class={isHarmless ? styles.normal : styles.off}>{say(`meter.${judged}`)}</span>
        <span class={card.small}>{say('meter.band', { low: formatEnd(low), high: formatEnd(high) })}</span>
      </p>
      <p class={card.small}>{explain}</p>
    </article>
  );
}
