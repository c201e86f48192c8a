import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { SizeWords } from '../i18n/format-measure.ts';
import styles from './size-row.module.css';

interface SizeRowProps {
  readonly title: string;
  readonly words: SizeWords;
  /** A word beside the title: by whom, or how far it can be relied on. */
  readonly mark?: string | null;
  readonly isPressed: boolean;
  readonly onPress: () => void;
  /** What is said about the number once it is tapped. */
  readonly children?: ComponentChildren;
}

/** One measured number; a tap shows where it comes from. */
export function SizeRow({ title, words, mark, isPressed, onPress, children }: SizeRowProps): VNode {
  const more = useId();
  return (
    <li class={styles.row}>
      <button
        type="button"
        class={styles.head}
        aria-expanded={isPressed}
        aria-controls={more}
        onClick={onPress}
      >
        <span class={styles.title}>
          {title}
          {mark && <span class={styles.mark}>{mark}</span>}
        </span>
        <span class={styles.number}>
          <span class={styles.value}>{words.value}</span> <span class={styles.plus}>{words.plusMinus}</span>
        </span>
      </button>
      <div id={more} class={styles.more} hidden={!isPressed}>
        {isPressed && children}
      </div>
    </li>
  );
}
