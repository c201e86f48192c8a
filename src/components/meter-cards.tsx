import type { VNode } from 'preact';
import { formatNumber, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { meterBands } from '../pixels/meter-bands.ts';
import type { Meters } from '../pixels/meters.ts';
import card from './card.module.css';
import { Curve } from './curve.tsx';
import { Gauge } from './gauge.tsx';
import { Histogram } from './histogram.tsx';
import { MeterCard } from './meter-card.tsx';
import styles from './meter-cards.module.css';
import { ShadowStrip } from './shadow-strip.tsx';

/** The physics meters, each with its unit, its normal band and a small chart. */
export function MeterCards({ meters }: { readonly meters: Meters }): VNode {
  return (
    <section class={styles.section}>
      <h2>{say('result.meters')}</h2>
      <p class={card.small}>{say('result.meters.more')}</p>
      <div class={styles.grid}>
        <BrightnessMeter meters={meters} />
        <DepthMeter meters={meters} />
        <ShareMeter meters={meters} name="saturatedShare" word="saturated" top={0.1} />
        <ShareMeter meters={meters} name="lostShare" word="lost" top={0.6} />
        <ShadowMeter meters={meters} />
        <SharpnessMeter meters={meters} />
      </div>
    </section>
  );
}

function BrightnessMeter({ meters }: { readonly meters: Meters }): VNode {
  const { low, high } = meterBands.brightness;
  return (
    <MeterCard
      name="brightness"
      meters={meters}
      title={say('meter.brightness')}
      explain={say('meter.brightness.explain')}
      format={formatPercent}
    >
      <Histogram
        shares={meters.histogram}
        mean={meters.brightness}
        band={[low, high]}
        label={`${say('meter.histogram')}. ${say('meter.brightness')} ${formatPercent(meters.brightness)}`}
      />
    </MeterCard>
  );
}

function DepthMeter({ meters }: { readonly meters: Meters }): VNode {
  const { low, high } = meterBands.brightness;
  return (
    <MeterCard
      name="farMinusNear"
      meters={meters}
      title={say('meter.depth')}
      explain={say('meter.depth.explain')}
      format={formatPoints}
      formatEnd={formatSigned}
    >
      <Curve
        values={meters.depthCurve}
        band={[low, high]}
        label={`${say('meter.depth')}: ${formatPoints(meters.farMinusNear)}`}
      />
    </MeterCard>
  );
}

interface ShareMeterProps {
  readonly meters: Meters;
  readonly name: 'saturatedShare' | 'lostShare';
  readonly word: 'saturated' | 'lost';
  /** The right end of the scale; shares beyond stay at it. */
  readonly top: number;
}

function ShareMeter({ meters, name, word, top }: ShareMeterProps): VNode {
  const { low, high } = meterBands[name];
  const title = say(`meter.${word}`);
  return (
    <MeterCard
      name={name}
      meters={meters}
      title={title}
      explain={say(`meter.${word}.explain`)}
      format={formatShare}
    >
      <Gauge
        value={meters[name]}
        scale={[0, top]}
        band={[low, high]}
        label={`${title}: ${formatShare(meters[name])}`}
      />
    </MeterCard>
  );
}

function ShadowMeter({ meters }: { readonly meters: Meters }): VNode {
  const label = meters.shadows
    .map(({ from, to }) => `${formatShare(from)}–${formatShare(to)}`)
    .concat(formatShare(meters.shadowShare))
    .join(', ');
  return (
    <MeterCard
      name="shadowShare"
      meters={meters}
      title={say('meter.shadow')}
      explain={say('meter.shadow.explain')}
      format={formatShare}
    >
      <ShadowStrip shadows={meters.shadows} label={`${say('meter.shadow.where')}: ${label}`} />
    </MeterCard>
  );
}

function SharpnessMeter({ meters }: { readonly meters: Meters }): VNode {
  const { low, high } = meterBands.sharpness;
  const title = say('meter.sharpness');
  return (
    <MeterCard
      name="sharpness"
      meters={meters}
      title={title}
      explain={say('meter.sharpness.explain')}
      format={formatCycles}
      formatEnd={formatSigned}
    >
      <Gauge
        value={meters.sharpness}
        scale={[0, high * 1.5]}
        band={[low, high]}
        label={`${title}: ${formatCycles(meters.sharpness)}`}
      />
    </MeterCard>
  );
}

function formatCycles(value: number): string {
  return say('meter.cycles', { value: formatNumber(Math.round(value)) });
}

function formatPercent(value: number): string {
  return formatShare(value / 100);
}

function formatPoints(value: number): string {
  return say('meter.points', { value: formatSigned(value) });
}

function formatSigned(value: number): string {
  return formatNumber(Math.round(value)).replace('-', '−');
}
