import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import styles from './choice.module.css';

interface ChoiceProps<T extends string> {
  readonly title: string;
  readonly isTitleShown?: boolean;
  /** `swatch` is a small sign before the text, as a line of the colour that the value has elsewhere. */
  readonly options: readonly { readonly value: T; readonly text: string; readonly swatch?: VNode }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, as a row of segments; a radio group to the keyboard and to screen readers. */
export function Choice<T extends string>(props: ChoiceProps<T>): VNode {
  const { title, isTitleShown = false, options, value, onChoose } = props;
  const name = useId();
  return (
    <fieldset class={styles.choice}>
      <legend class={isTitleShown ? styles.title : 'visually-hidden'}>{title}</legend>
      <div class={styles.options}>
        {options.map((option) => (
          <label key={option.value} class={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>
              {option.swatch}
              {option.text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
