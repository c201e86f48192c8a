import type { VNode } from 'preact';
import type { NumberRange } from '../patient/patient-ranges.ts';
import styles from './slider.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  /** Where it stands at first; a mark shows it. */
  readonly home: number;
  readonly range: NumberRange;
  /** Writes a value with its unit. */
  readonly format: (value: number) => string;
  readonly onChange: (value: number) => void;
  readonly isDisabled?: boolean;
}

/** A slider with its name, its value and its unit; 48 px to the finger, arrows to the keyboard. */
export function Slider(props: SliderProps): VNode {
  return (
    <div class={styles.slider}>
      <span class={styles.head}>
        <span class={styles.name}>{props.label}</span>
        <span class={styles.value} aria-hidden="true">
          {props.format(props.value)}
        </span>
      </span>
      <Track {...props} />
    </div>
  );
}

interface SliderRowProps extends SliderProps {
  /** What is read out; the row itself shows `label`, which may be short. */
  readonly longLabel: string;
}

/** The same in one row, for many that belong together. */
export function SliderRow({ longLabel, ...props }: SliderRowProps): VNode {
  return (
    <div class={`${styles.slider} ${styles.row}`}>
      <span class={styles.name} aria-hidden="true">
        {props.label}
      </span>
      <Track {...props} label={longLabel} />
      <span class={styles.value} aria-hidden="true">
        {props.format(props.value)}
      </span>
    </div>
  );
}

function Track({ label, value, home, range, format, onChange, isDisabled }: SliderProps): VNode {
  const { min, max, step } = range;
  const share = (at: number): number => Math.min(1, Math.max(0, (at - min) / (max - min)));
  return (
    <span class={styles.track}>
      <span class={styles.home} style={{ '--home': share(home) }} />
      <input
        class={styles.range}
        type="range"
        aria-label={label}
        aria-valuetext={format(value)}
        style={{ '--home': share(home), '--share': share(value) }}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={isDisabled ?? false}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </span>
  );
}
