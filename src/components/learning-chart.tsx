import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import type { Learning } from '../prepared/learning-file.ts';
import card from './card.module.css';
import { cssOf, type LayerLook } from './layer-looks.ts';
import panels from './layer-panels.module.css';
import styles from './learning-player.module.css';

interface LearningChartProps {
  readonly learning: Learning;
  readonly index: number;
  readonly looks: readonly LayerLook[];
}

const [width, height] = [600, 140];

/** Dice of each layer over the steps, with the shown step marked; the same in words and numbers. */
export function LearningChart({ learning, index, looks }: LearningChartProps): VNode {
  const { steps, total, dice } = learning;
  const x = (at: number): number => ((steps[at] ?? 0) / total) * width;
  const y = (value: number): number => height - value * height;
  const layers = dice.map(({ layer, values }) =>
    say('learning.chart.layer', {
      layer: looks[layer]?.name ?? '',
      first: (values[0] ?? 0).toFixed(2),
      last: (values.at(-1) ?? 0).toFixed(2),
    }),
  );
  return (
    <section class={card.card}>
      <h2>{say('learning.dice')}</h2>
      <div class={styles.plot}>
        <span class={styles.axis} aria-hidden="true">
          <span>1</span>
          <span>0.5</span>
          <span>0</span>
        </span>
        <svg
          class={styles.chart}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={say('learning.chart', { total, layers: layers.join(' ') })}
        >
          {[0, 0.5, 1].map((value) => (
            <line key={value} class={styles.grid} x1={0} x2={width} y1={y(value)} y2={y(value)} />
          ))}
          {dice.map(({ layer, values }) => (
            <polyline
              key={layer}
              class={styles.line}
              style={{ stroke: cssOf(looks[layer]?.colour ?? null) }}
              points={values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
            />
          ))}
          <line class={styles.now} x1={x(index)} x2={x(index)} y1={0} y2={height} />
        </svg>
      </div>
      <ul class={panels.keys}>
        {dice.map(({ layer, values }) => (
          <li key={layer} class={panels.key}>
            <span class={panels.chip} style={{ '--chip': cssOf(looks[layer]?.colour ?? null) }} />
            <span>{looks[layer]?.name}</span>
            <span class={panels.share}>{(values[index] ?? 0).toFixed(2)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
