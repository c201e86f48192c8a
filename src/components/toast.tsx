import { signal } from '@preact/signals';
import { X } from 'lucide';
import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { Button } from './button.tsx';
import styles from './toast.module.css';

interface Toast {
  readonly text: string;
  readonly action: { readonly text: string; readonly run: () => void } | null;
}

const current = signal<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Long enough to read it, find the button and tap with a glove. */
const shownFor = 10_000;

/** Says something briefly, with at most one action; a later one replaces it. */
export function showToast(text: string, action: Toast['action'] = null): void {
  clearTimeout(timer);
  current.value = { text, action };
  timer = setTimeout(hideToast, shownFor);
}

function hideToast(): void {
  clearTimeout(timer);
  current.value = null;
}

/** Where toasts appear; a live region that is always there, so that screen readers notice. */
export function ToastPlace(): VNode {
  const toast = current.value;
  return (
    <div class={styles.place} role="status">
      {toast && (
        <div class={styles.toast}>
          <span>{toast.text}</span>
          {toast.action && (
            <Button
              onPress={() => {
                toast.action?.run();
                hideToast();
              }}
            >
              {toast.action.text}
            </Button>
          )}
          <Button icon={X} label={say('toast.close')} onPress={hideToast} />
        </div>
      )}
    </div>
  );
}
