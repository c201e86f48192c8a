import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import type { Kept } from '../live-session.ts';
import { go } from '../route.ts';
import styles from './kept-strip.module.css';
import { Thumbnail } from './thumbnail.tsx';

/** What this sitting has kept, newest first; each opens its record. */
export function KeptStrip({ kept }: { readonly kept: readonly Kept[] }): VNode | null {
  if (kept.length === 0) return null;
  return (
    <section>
      <h2 class={styles.title}>{say('live.kept')}</h2>
      <ul class={styles.strip}>
        {kept.map((one, i) => (
          <li key={one.id}>
            <button
              type="button"
              class={styles.kept}
              aria-label={say('live.kept.open', { number: kept.length - i })}
              onClick={() => go({ place: 'examination', id: one.id })}
            >
              <Thumbnail id={one.id} />
            </button>
          </li>
        ))}
      </ul>
      {kept[0]?.unsaved && <p>{say('live.kept.unsaved')}</p>}
    </section>
  );
}
