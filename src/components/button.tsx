import type { IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import styles from './button.module.css';
import { Icon } from './icon.tsx';

interface ButtonProps {
  readonly icon?: IconNode;
  readonly kind?: 'primary' | 'plain' | 'danger';
  /** An icon alone needs this name. */
  readonly label?: string;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children?: ComponentChildren;
}

/** A button of at least 48 px. */
export function Button(props: ButtonProps): VNode {
  const { icon, kind = 'plain', label, isPressed, isDisabled = false, onPress, children } = props;
  const only = children === undefined ? styles.only : '';
  return (
    <button
      type="button"
      class={`${styles.button} ${styles[kind]} ${only}`}
      aria-label={label}
      title={children === undefined ? label : undefined}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
    >
      {icon && <Icon node={icon} />}
      {children}
    </button>
  );
}
