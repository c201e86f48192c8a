import { Film } from 'lucide';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Summary } from '../history/summary.ts';
import type { HistoryModel } from '../history-model.ts';
import { addMessages } from '../i18n/en.ts';
import { who } from '../i18n/en-who.ts';
import { formatDuration, formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import styles from './history-list.module.css';
import { Icon } from './icon.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { VerdictWord, verdictWords } from './verdict-word.tsx';
import { useVisibleRows } from './visible-rows.ts';

addMessages(who);

const rowHeight = 96;

/** The records, newest first; of thousands only the rows near the window are in the page. */
export function HistoryList({ model }: { readonly model: HistoryModel }): VNode {
  const list = useRef<HTMLUListElement>(null);
  const summaries = model.shown.value;
  const { first, end } = useVisibleRows(list, { count: summaries.length, rowHeight });
  return (
    <ul ref={list} class={styles.list} style={{ height: `${summaries.length * rowHeight}px` }}>
      {summaries.slice(first, end).map((summary, i) => (
        <li
          key={summary.id}
          class={styles.place}
          style={{ top: `${(first + i) * rowHeight}px` }}
          aria-setsize={summaries.length}
          aria-posinset={first + i + 1}
        >
          <HistoryRow model={model} summary={summary} />
        </li>
      ))}
    </ul>
  );
}

function HistoryRow({ model, summary }: { readonly model: HistoryModel; readonly summary: Summary }): VNode {
  const { id, name, verdict, analysedAt, clipMs } = summary;
  const selected = model.selected.value;
  const record = { name, verdict: verdictWords(verdict), time: formatTime(analysedAt) };
  const lasts = clipMs === undefined ? null : formatDuration(clipMs);
  const label = lasts === null ? say('history.open', record) : say('history.open-clip', { ...record, lasts });
  const content = (
    <>
      <Thumbnail id={id} />
      <span class={styles.words}>
        <span class={styles.head}>
          <VerdictWord verdict={verdict} />
          {lasts !== null && (
            <span class={styles.clip}>
              <Icon node={Film} size={16} />
              {lasts}
            </span>
          )}
        </span>
        <span class={styles.quiet}>{[formatTime(analysedAt), ...whoseWords(summary)].join(' · ')}</span>
        <span class={styles.quiet}>{name}</span>
      </span>
    </>
  );
  if (selected === null) {
    return (
      <a class={styles.row} href={hashOf({ place: 'examination', id })} aria-label={label}>
        {content}
      </a>
    );
  }
  return (
    <label class={styles.row}>
      <input
        type="checkbox"
        class={styles.check}
        aria-label={label}
        checked={selected.has(id)}
        onChange={() => model.toggle(id)}
      />
      {content}
    </label>
  );
}

/** Who was scanned and which kidney, as far as somebody said. */
function whoseWords({ pseudonym, side }: Summary): readonly string[] {
  return [pseudonym ?? '', side ? say(`context.side.${side}`) : ''].filter((words) => words !== '');
}
