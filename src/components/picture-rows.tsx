import { Circle, CircleCheck, CircleDashed, CircleDot, CircleSlash, type IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { PictureRow, WorkStatus } from '../annotation-store/project.ts';
import { say } from '../i18n/say.ts';
import styles from './annotate.module.css';
import { Icon } from './icon.tsx';
import { useVisibleRows } from './visible-rows.ts';

const rowHeight = 56;

const icons: Readonly<Record<WorkStatus, IconNode>> = {
  new: Circle,
  proposed: CircleDashed,
  begun: CircleDot,
  done: CircleCheck,
  skipped: CircleSlash,
};

interface PictureRowsProps {
  readonly rows: readonly PictureRow[];
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

/** The pictures of a project; of thousands only those near the window are in the page. */
export function PictureRows({ rows, current, onOpen }: PictureRowsProps): VNode {
  const list = useRef<HTMLUListElement>(null);
  const { first, end } = useVisibleRows(list, { count: rows.length, rowHeight });
  return (
    <ul ref={list} class={styles.rows} style={{ height: `${rows.length * rowHeight}px` }}>
      {rows.slice(first, end).map(({ id, fileName, status }, i) => (
        <li key={id} aria-setsize={rows.length} aria-posinset={first + i + 1}>
          <button
            type="button"
            class={styles.row}
            style={{ top: `${(first + i) * rowHeight}px` }}
            aria-current={id === current ? 'true' : undefined}
            onClick={() => onOpen(id)}
          >
            <span class={styles.name}>{fileName}</span>
            <StatusWord status={status} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** How far a picture is: a sign and a word. */
export function StatusWord({ status }: { readonly status: WorkStatus }): VNode {
  return (
    <span class={styles.status} data-status={status}>
      <Icon node={icons[status]} size={18} />
      {say(`annotate.status.${status}`)}
    </span>
  );
}
