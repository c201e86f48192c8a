import type { VNode } from 'preact';
import type { CheckItem } from '../exam.ts';
import { say, sayCount } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import { isGathering } from '../screens/check-pictures.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import styles from './check-list.module.css';
import { FailureNotice, failureWords } from './failure-notice.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { VerdictWord } from './verdict-word.tsx';

/** The pictures of this sitting, in order, each with its verdict or why there is none. */
export function CheckList(): VNode | null {
  const { exam } = useServices();
  const items = exam.items.value;
  if (isGathering.value) return <p role="status">{say('scan.gathering')}</p>;
  if (items.length === 0) return null;
  const settled = items.filter(
    ({ progress }) => progress.state === 'done' || progress.state === 'failed',
  ).length;
  const isChecking = exam.isChecking.value;
  return (
    <section class={styles.section} aria-live="polite">
      <div class={styles.header}>
        <h2>
          {isChecking
            ? say('scan.queue', { number: Math.min(settled + 1, items.length), total: items.length })
            : sayCount('scan.queue.done', settled)}
        </h2>
        {isChecking ? (
          <Button onPress={() => exam.stop()}>{say('scan.queue.stop')}</Button>
        ) : (
          <Button onPress={() => exam.clear()}>{say('scan.queue.clear')}</Button>
        )}
      </div>
      <ul class={styles.list}>
        {items.map((item) => (
          <li key={item.key}>
            <CheckRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CheckRow({ item: { name, progress } }: { readonly item: CheckItem }): VNode {
  if (progress.state === 'failed') return <FailureNotice failure={progress.failure} />;
  if (progress.state !== 'done') {
    return (
      <div class={styles.row}>
        <span class={styles.blank} />
        <span class={styles.words}>
          <span>{say(progress.state === 'checking' ? 'result.analysing' : 'scan.queue.waiting')}</span>
          <span class={styles.name}>{name}</span>
        </span>
      </div>
    );
  }
  return (
    <a class={styles.row} href={hashOf({ place: 'examination', id: progress.id })}>
      <Thumbnail id={progress.id} />
      <span class={styles.words}>
        <VerdictWord verdict={progress.verdict} />
        <span class={styles.name}>{name}</span>
        {progress.notice && <span class={styles.name}>{say(`notice.${progress.notice}`)}</span>}
        {progress.unsaved && <span class={styles.name}>{failureWords(progress.unsaved).what}</span>}
      </span>
    </a>
  );
}
