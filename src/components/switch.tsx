import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** A line below the name: what it does, or why it cannot be switched on. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

/** On or off, with its name beside it; the whole row can be tapped. */
export function Switch({ label, isOn, onChange, note, isDisabled = false }: SwitchProps): VNode {
  const noteId = useId();
  return (
    <label class={styles.switch}>
      <span>
        {label}
        {note !== undefined && (
          <span id={noteId} class={styles.note}>
            {note}
          </span>
        )}
      </span>
      <input
        aria-label={label}
        aria-describedby={note === undefined ? undefined : noteId}
        disabled={isDisabled}
        class={styles.input}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
