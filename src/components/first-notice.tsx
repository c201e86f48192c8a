import { Info } from 'lucide';
import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { notice } from '../settings.ts';
import { Button } from './button.tsx';
import styles from './first-notice.module.css';
import { Icon } from './icon.tsx';

/** What the app is for and what it is not, until it was read once. */
export function FirstNotice(): VNode | null {
  if (notice.value === 'read') return null;
  return (
    <section class={styles.notice} aria-labelledby="first-notice">
      <Icon node={Info} />
      <div class={styles.words}>
        <h2 id="first-notice">{say('notice.title')}</h2>
        <p>{say('notice.for')}</p>
        <p>{say('notice.not')}</p>
        <p>{say('notice.privacy')}</p>
        <div>
          <Button
            onPress={() => {
              notice.value = 'read';
            }}
          >
            {say('notice.accept')}
          </Button>
        </div>
      </div>
    </section>
  );
}
