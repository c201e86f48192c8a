import { X } from 'lucide';
import type { VNode } from 'preact';
import { say, sayCount } from '../i18n/say.ts';
import type { Refused } from '../labelling/add-pictures.ts';
import type { Adding, PictureAdder } from '../labelling/picture-adder.ts';
import styles from './annotate.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice, failureWords } from './failure-notice.tsx';

/** Files named one by one; a disk dropped by mistake has thousands. */
const mostNamed = 20;

/** How far adding pictures to a project is, and what became of it. */
export function AddingReport({
  adder,
  project,
}: {
  readonly adder: PictureAdder;
  readonly project: string;
}): VNode | null {
  const adding = adder.adding.value;
  if (adding === null) return null;
  if (adding.project !== project) {
    return adding.state === 'running' ? <p class={card.quiet}>{say('annotate.adding.busy')}</p> : null;
  }
  return (
    <section class={card.card} role="status">
      {adding.state === 'running' ? (
        <Running adding={adding} onStop={() => adder.stop()} />
      ) : (
        <Ended adding={adding} onClose={() => adder.dismiss()} />
      )}
    </section>
  );
}

function Running({ adding, onStop }: { readonly adding: Adding; readonly onStop: () => void }): VNode {
  const { progress } = adding;
  const done = progress === null ? 0 : looked(progress);
  return (
    <div class={styles.running}>
      <div class={styles.bar}>
        <p>
          {progress === null
            ? say('annotate.adding.looking')
            : say('annotate.adding', { done, total: progress.total })}
        </p>
        <progress value={done} max={progress?.total ?? 1} aria-label={say('annotate.add')} />
      </div>
      <Button onPress={onStop}>{say('annotate.adding.stop')}</Button>
    </div>
  );
}

function Ended({ adding, onClose }: { readonly adding: Adding; readonly onClose: () => void }): VNode {
  const { progress, failure, state } = adding;
  const left = progress === null ? 0 : progress.total - looked(progress);
  return (
    <>
      <div class={styles.running}>
        <p>
          {progress && sayCount('annotate.added', progress.added)}{' '}
          {progress && progress.already > 0 && sayCount('annotate.already', progress.already)}
        </p>
        <Button icon={X} label={say('annotate.close')} onPress={onClose} />
      </div>
      {failure && (
        <FailureNotice failure={failure}>
          {failure.code === 'storage-full' && <p>{say('annotate.full.next')}</p>}
        </FailureNotice>
      )}
      {state === 'stopped' && left > 0 && <p>{say('annotate.stopped', { left })}</p>}
      {progress && progress.refused.length > 0 && <RefusedList refused={progress.refused} />}
    </>
  );
}

function RefusedList({ refused }: { readonly refused: readonly Refused[] }): VNode {
  return (
    <div>
      <p>{sayCount('annotate.refused', refused.length)}</p>
      <ul class={styles.problems}>
        {refused.slice(0, mostNamed).map(({ name, failure }) => {
          const { what, next } = failureWords(failure);
          return (
            <li key={name}>
              {what} {next}
            </li>
          );
        })}
        {refused.length > mostNamed && <li>{sayCount('annotate.more', refused.length - mostNamed)}</li>}
      </ul>
    </div>
  );
}

function looked({ added, already, refused, total }: NonNullable<Adding['progress']>): number {
  return Math.min(total, added + already + refused.length);
}
