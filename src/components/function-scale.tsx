import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { egfrRange, gfrStages } from '../kidney-function/kdigo.ts';
import styles from './function-scale.module.css';

/** The end of the scale, mL/min/1.73 m²; what lies beyond stands at it. */
const most = 130;

interface FunctionScaleProps {
  /** Null without a blood test. */
  readonly blood: number | null;
  /** Null where the picture was not read. */
  readonly picture: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** A blood test's value and a picture's interval on one scale, over KDIGO's stages. */
export function FunctionScale({ blood, picture }: FunctionScaleProps): VNode {
  const span = picture && { low: Math.round(picture.low), high: Math.round(picture.high) };
  const value = blood === null ? null : String(Math.round(blood));
  const marks = [
    value !== null && say('egfr-scale.label.blood', { value }),
    span && say('egfr-scale.label.picture', span),
  ];
  return (
    <figure
      class={styles.scale}
      role="img"
      aria-label={say('egfr-scale.label', { marks: marks.filter(Boolean).join(' ') })}
    >
      {blood !== null && value !== null && (
        <Row name={say('egfr-scale.blood')} value={value}>
          <span class={styles.mark} style={{ left: at(blood) }} />
        </Row>
      )}
      {picture && span && (
        <Row name={say('egfr-scale.picture')} value={say('picture-egfr.interval', span)}>
          <span
            class={styles.span}
            style={{ left: at(picture.low), right: `${100 - 100 * shareOf(picture.high)}%` }}
          />
          <span class={styles.middle} style={{ left: at(picture.value) }} />
        </Row>
      )}
      <Axis />
    </figure>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly children: VNode | VNode[];
}

function Row({ name, value, children }: RowProps): VNode {
  return (
    <div class={styles.row}>
      <div class={styles.words}>
        <span>{name}</span>
        <span class={styles.value}>{value}</span>
      </div>
      <div class={styles.track}>
        {limits.map((limit) => (
          <span key={limit} class={styles.line} style={{ left: at(limit) }} />
        ))}
        {children}
      </div>
    </div>
  );
}

/** Where one stage ends and the next begins. */
const limits = gfrStages.flatMap((stage) => egfrRange(stage).from ?? []).toReversed();

function Axis(): VNode {
  const ends = [0, ...limits, most];
  return (
    <div>
      <div class={styles.axis}>
        {ends.map((end, i) => (
          <span key={end} class={edgeClass(i, ends.length)} style={{ left: at(end) }}>
            {end}
          </span>
        ))}
      </div>
      <div class={styles.stages}>
        {gfrStages.toReversed().map((stage, i) => (
          <span key={stage} style={{ left: at(((ends[i] ?? 0) + (ends[i + 1] ?? most)) / 2) }}>
            {stage}
          </span>
        ))}
      </div>
    </div>
  );
}

function edgeClass(index: number, count: number): string | undefined {
  if (index === 0) return styles.first;
  return index === count - 1 ? styles.last : undefined;
}

function shareOf(egfr: number): number {
  return Math.min(1, Math.max(0, egfr / most));
}

function at(egfr: number): string {
  return `${100 * shareOf(egfr)}%`;
}
