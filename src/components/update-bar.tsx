import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { applyUpdate, isUpdateWaiting } from '../pwa.ts';
import { route } from '../route.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import styles from './update-bar.module.css';

const isPutOff = signal(false);

/** Offers a new version; never while pictures are checked or the camera runs. */
export function UpdateBar(): VNode | null {
  const { exam } = useServices();
  const isBusy = exam.isChecking.value || route.value.place === 'camera';
  if (!isUpdateWaiting.value || isPutOff.value || isBusy) return null;
  return (
    <aside class={styles.bar} aria-label={say('update.ready')}>
      <span>{say('update.ready')}</span>
      <Button onPress={applyUpdate}>{say('update.apply')}</Button>
      <Button
        onPress={() => {
          isPutOff.value = true;
        }}
      >
        {say('update.later')}
      </Button>
    </aside>
  );
}
