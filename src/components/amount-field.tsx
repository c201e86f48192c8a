import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import styles from './amount-field.module.css';
import { Choice } from './choice.tsx';

interface AmountFieldProps<U extends string> {
  readonly label: string;
  readonly text: string;
  readonly unit: U;
  readonly units: readonly U[];
  /** The name of the choice of units. */
  readonly unitLabel: string;
  /** What is wrong with the number, or to be asked about it; null where nothing is. */
  readonly doubt: string | null;
  readonly onText: (text: string) => void;
  readonly onUnit: (unit: U) => void;
  /** The way out of the doubt. */
  readonly children?: ComponentChildren;
}

/** A number as it stands on a laboratory's report, with the unit that stands beside it there; changing the unit leaves the number. */
export function AmountField<U extends string>(props: AmountFieldProps<U>): VNode {
  const { label, text, unit, units, unitLabel, doubt, onText, onUnit, children } = props;
  const name = useId();
  const hint = useId();
  return (
    <div class={styles.field}>
      <span id={name} class={styles.label}>
        {label}
      </span>
      <div class={styles.row}>
        <input
          class={styles.input}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          aria-labelledby={name}
          aria-invalid={doubt !== null}
          aria-describedby={doubt === null ? undefined : hint}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <div class={styles.units}>
          <Choice
            title={unitLabel}
            options={units.map((value) => ({ value, text: value }))}
            value={unit}
            onChoose={onUnit}
          />
        </div>
      </div>
      {doubt !== null && (
        <div class={styles.wrong} role="alert">
          <p id={hint}>{doubt}</p>
          {children}
        </div>
      )}
    </div>
  );
}
