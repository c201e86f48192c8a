import { CircleAlert } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import type { Failure } from '../failure.ts';
import { en } from '../i18n/en.ts';
import { fill, say } from '../i18n/say.ts';
import styles from './failure-notice.module.css';
import { Icon } from './icon.tsx';

/** What happened, in a sentence; the one place that turns a failure's code into words. */
export function failureWords(failure: Failure): { readonly what: string; readonly next: string } {
  const what = fill(en[`failure.${failure.code}.what`], { ...failure.facts, name: failure.detail });
  return { what, next: say(`failure.${failure.code}.next`) };
}

/** What happened, what is safe, what to do now. */
export function FailureNotice(props: {
  readonly failure: Failure;
  readonly children?: ComponentChildren;
}): VNode {
  const { what, next } = failureWords(props.failure);
  return (
    <div class={styles.notice} role="alert">
      <Icon node={CircleAlert} />
      <div class={styles.words}>
        <p class={styles.what}>{what}</p>
        <p>{next}</p>
        <p class={styles.safe}>{say('error.safe')}</p>
        {props.failure.code === 'unexpected' && (
          <details class={styles.safe}>
            <summary>{say('error.details')}</summary>
            {props.failure.detail}
          </details>
        )}
        {props.children}
      </div>
    </div>
  );
}
