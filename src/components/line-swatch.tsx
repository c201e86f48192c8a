import type { VNode } from 'preact';
import type { LineStyle } from './structure-style.ts';

const width = 3;

/** A short piece of a line, as it is drawn over pictures; decoration beside its name. */
export function LineSwatch({ style }: { readonly style: LineStyle }): VNode {
  return (
    <svg width={28} height={12} viewBox="0 0 28 12" aria-hidden="true">
      <line x1={0} y1={6} x2={28} y2={6} stroke="rgb(0 0 0 / 55%)" stroke-width={2 * width} />
      <line
        x1={0}
        y1={6}
        x2={28}
        y2={6}
        stroke={style.colour}
        stroke-width={width}
        stroke-dasharray={style.dash.map((length) => length * width).join(' ') || undefined}
      />
    </svg>
  );
}
