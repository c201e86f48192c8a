import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { addMessages } from '../i18n/en.ts';
import { who } from '../i18n/en-who.ts';
import { say } from '../i18n/say.ts';
import styles from './number-field.module.css';

addMessages(who);

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  /** Undefined leaves it empty. */
  readonly value: number | undefined;
  readonly range: { readonly least: number; readonly most: number };
  /** Is told only what lies in the range; undefined for an emptied field. */
  readonly onChange: (value: number | undefined) => void;
}

/** A number that is typed, with its unit; what lies outside its range is said and not taken. */
export function NumberField({ label, unit, value, range, onChange }: NumberFieldProps): VNode {
  const [typed, setTyped] = useState<string | null>(null);
  const hint = useId();
  // A value that was set elsewhere takes the place of what was typed.
  useEffect(() => setTyped((text) => (text !== null && read(text, range) !== value ? null : text)), [value]);
  const text = typed ?? (value === undefined ? '' : String(value));
  const isWrong = text !== '' && read(text, range) === undefined;
  return (
    <label class={styles.field}>
      <span class={styles.label}>{label}</span>
      <span class={styles.box}>
        <input
          class={styles.input}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? hint : undefined}
          value={text}
          onInput={(event) => {
            const now = event.currentTarget.value;
            setTyped(now);
            const number = read(now, range);
            if (number !== undefined || now.trim() === '') onChange(number);
          }}
          onBlur={() => {
            if (!isWrong) setTyped(null);
          }}
        />
        <span class={styles.unit}>{unit}</span>
      </span>
      {isWrong && (
        <span id={hint} class={styles.wrong}>
          {say('context.between', { least: range.least, most: range.most, unit })}
        </span>
      )}
    </label>
  );
}

/** Half the world writes a comma. */
function read(text: string, { least, most }: NumberFieldProps['range']): number | undefined {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && number >= least && number <= most ? number : undefined;
}
