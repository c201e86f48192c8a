import type { VNode } from 'preact';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off, with its name beside it; the whole row can be tapped. */
export function Switch({ label, isOn, onChange }: SwitchProps): VNode {
  return (
    <label class={styles.switch}>
      <span>{label}</span>
      <input
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
