import type { IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.tsx';
import styles from './tool-button.module.css';

interface ToolButtonProps {
  readonly icon: IconNode;
  readonly text: string;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** A row of tools of one width, in the order of the thumb. */
export function ToolRow({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class={styles.tools}>{children}</div>;
}

/** A tool: its icon above its name, so that four fit on a phone. */
export function ToolButton(props: ToolButtonProps): VNode {
  const { icon, text, isPressed, isDisabled = false, onPress } = props;
  return (
    <button
      type="button"
      class={styles.tool}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
    >
      <Icon node={icon} />
      <span>{text}</span>
    </button>
  );
}
