import type { IconNode } from 'lucide';
import { h, type VNode } from 'preact';

/** An icon of the Lucide set, in the colour of the text beside it; hidden from screen readers. */
export function Icon({ node, size = 24 }: { readonly node: IconNode; readonly size?: number }): VNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
