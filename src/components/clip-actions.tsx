import { Save, ScanSearch, Square } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClipReview, ReviewProgress } from '../clip-review.ts';
import { type Failure, toFailure } from '../failure.ts';
import { formatWait } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { mostMoments, saveClip } from '../save-clip.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import styles from './clip-actions.module.css';
import { FailureNotice, failureWords } from './failure-notice.tsx';
import { showToast } from './toast.tsx';

/** The next thing to do with the clip: check all of it, then keep the best. */
export function ClipActions({ review }: { readonly review: ClipReview }): VNode {
  const { saving, failure, save } = useSaving(review);
  const progress = review.progress.value;
  if (saving !== null) return <Bar text={say('clip.saving', saving)} {...saving} />;
  if (progress !== null) return <Checking progress={progress} onStop={() => review.cancel()} />;
  const checked = review.checked.value;
  const isWhole = checked === review.results.value.length;
  const canSave = review.isSurveyed.value && review.best.value !== null;
  return (
    <div class={styles.actions}>
      {failure && <FailureNotice failure={failure} />}
      {!isWhole && (
        <Button kind="primary" icon={ScanSearch} onPress={() => void review.analyseAll()}>
          {say(checked > 1 ? 'clip.check-rest' : 'clip.check-all')}
        </Button>
      )}
      {canSave && (
        <Button kind={isWhole ? 'primary' : 'plain'} icon={Save} onPress={() => void save()}>
          {say('clip.save')}
        </Button>
      )}
    </div>
  );
}

/** What a user should know before the clip is saved. */
export function ClipNotes({ review }: { readonly review: ClipReview }): VNode | null {
  const checked = review.checked.value;
  if (!review.isSurveyed.value) return null;
  if (review.best.value === null) return <p class={card.small}>{say('clip.nothing-judged')}</p>;
  return (
    <p class={card.small}>
      {say('clip.rule')} {review.player.clip.isIdentifying && say('clip.identifying')}{' '}
      {checked > mostMoments && say('clip.thinned', { checked, kept: mostMoments })}
    </p>
  );
}

function Checking({
  progress,
  onStop,
}: {
  readonly progress: ReviewProgress;
  readonly onStop: () => void;
}): VNode {
  const { done, total, rate, secondsLeft } = progress;
  return (
    <div class={styles.actions}>
      <Bar text={say('clip.checking', { done, total })} done={done} total={total} />
      <p class={styles.figures}>
        <span>{rate !== null && say('clip.rate', { rate: rate.toFixed(rate < 10 ? 1 : 0) })}</span>
        <span>{secondsLeft !== null && say('clip.left', { time: formatWait(secondsLeft) })}</span>
      </p>
      <Button icon={Square} onPress={onStop}>
        {say('clip.stop')}
      </Button>
    </div>
  );
}

function Bar({ text, done, total }: { text: string; done: number; total: number }): VNode {
  return (
    <label class={styles.bar}>
      <span>{text}</span>
      <progress value={done} max={total} />
    </label>
  );
}

interface Saving {
  readonly saving: { readonly done: number; readonly total: number } | null;
  readonly failure: Failure | null;
  readonly save: () => Promise<void>;
}

function useSaving(review: ClipReview): Saving {
  const { inference, records } = useServices();
  const [saving, setSaving] = useState<Saving['saving']>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  const save = async (): Promise<void> => {
    setFailure(null);
    setSaving({ done: 0, total: Math.min(mostMoments, review.checked.peek()) });
    try {
      const { id, unsaved } = await saveClip(review, {
        analyse: inference.analyse,
        keep: (record) => records.keep(record),
        onProgress: (done, total) => setSaving({ done, total }),
      });
      if (unsaved) showToast(failureWords(unsaved).what);
      // Whoever went elsewhere meanwhile stays there.
      if (!isGone.current) go({ place: 'examination', id });
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (isGone.current) showToast(failureWords(failure).what);
      else setFailure(failure);
    } finally {
      setSaving(null);
    }
  };
  return { saving, failure, save };
}
