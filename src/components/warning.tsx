import { TriangleAlert } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.tsx';
import styles from './warning.module.css';

/** Something to look at before what stands beside it is believed. */
export function Warning({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <div class={styles.warning}>
      <Icon node={TriangleAlert} />
      <p>{children}</p>
    </div>
  );
}
