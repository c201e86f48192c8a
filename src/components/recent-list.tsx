import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import { useServices } from '../services.ts';
import styles from './recent-list.module.css';
import { Thumbnail } from './thumbnail.tsx';
import { verdictWords } from './verdict-word.tsx';

const shown = 6;

/** The latest few records, to come back to after a reload. */
export function RecentList(): VNode | null {
  const { history } = useServices();
  useEffect(() => history.watch(), [history]);
  const listing = history.listing.value;
  // History itself says what is wrong when it cannot be read.
  const latest = listing.name === 'listed' ? listing.summaries.slice(0, shown) : [];
  if (latest.length === 0) return null;
  return (
    <section class={styles.section}>
      <h2>{say('scan.recent')}</h2>
      <ul class={styles.list}>
        {latest.map(({ id, name, verdict, analysedAt }) => (
          <li key={id}>
            <a
              class={styles.item}
              href={hashOf({ place: 'examination', id })}
              aria-label={say('history.open', {
                name,
                verdict: verdictWords(verdict),
                time: formatTime(analysedAt),
              })}
            >
              <Thumbnail id={id} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
