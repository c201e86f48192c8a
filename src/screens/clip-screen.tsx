import { useSignalEffect } from '@preact/signals';
import { ArrowLeft, Film } from 'lucide';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { ClipPlayer } from '../clip-player.ts';
import { ClipReview } from '../clip-review.ts';
import { Button } from '../components/button.tsx';
import { ClipActions, ClipNotes } from '../components/clip-actions.tsx';
import { ClipPicture } from '../components/clip-picture.tsx';
import { ClipTransport } from '../components/clip-transport.tsx';
import { ClipVerdict } from '../components/clip-verdict.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FileButton } from '../components/file-button.tsx';
import screen from '../components/screen.module.css';
import { placeWords, StripChart } from '../components/strip-chart.tsx';
import type { Clip } from '../frame/clip.ts';
import { addMessages } from '../i18n/en.ts';
import { advice } from '../i18n/en-advice.ts';
import { clip as words } from '../i18n/en-clip.ts';
import { say } from '../i18n/say.ts';
import type { Inference } from '../inference.ts';
import { clipOpening, openedClip } from '../opened-clip.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { checkFiles } from './check-pictures.ts';
import styles from './clip-screen.module.css';

addMessages({ ...advice, ...words });

/** The open clip: look at it, check every frame, keep the best. */
export function ClipScreen(): VNode {
  const { inference } = useServices();
  const clip = openedClip.value;
  const review = clip && reviewOf(clip, inference);
  return (
    <div class={screen.screen}>
      <div class={styles.header}>
        <div class={styles.title}>
          <h1 tabIndex={-1}>{clip?.name || say('clip.title')}</h1>
          {review && <Place review={review} />}
        </div>
        <Button icon={ArrowLeft} label={say('error.home')} onPress={() => go({ place: 'scan' })} />
      </div>
      {review === null ? <NoClip /> : <OpenClip review={review} />}
    </div>
  );
}

/** What was seen of a clip stays with it, so that going elsewhere and back loses nothing. */
const reviews = new WeakMap<Clip, ClipReview>();

function reviewOf(clip: Clip, inference: Inference): ClipReview {
  const review = reviews.get(clip) ?? new ClipReview(new ClipPlayer(clip), inference);
  reviews.set(clip, review);
  return review;
}

function Place({ review: { player } }: { readonly review: ClipReview }): VNode {
  return <p class={styles.place}>{placeWords(player.clip.timesMs, player.index.value)}</p>;
}

/** On its way, failed, or gone with a reload: said, with a way on. */
function NoClip(): VNode {
  const { exam } = useServices();
  const opening = clipOpening.value;
  if (opening !== null && opening.failure === null)
    return <p role="status">{say('clip.opening', { name: opening.name })}</p>;
  return (
    <div class={styles.none}>
      {opening?.failure ? (
        <FailureNotice failure={opening.failure} />
      ) : (
        <p>
          {say('clip.none')} {say('clip.none.next')}
        </p>
      )}
      <FileButton
        kind="primary"
        icon={Film}
        text={say('clip.choose')}
        accept="video/*"
        onFiles={(files) => void checkFiles(exam, files, 'file')}
      />
    </div>
  );
}

function OpenClip({ review }: { readonly review: ClipReview }): VNode {
  const { player } = review;
  const { timesMs } = player.clip;
  useEffect(() => {
    void player.seek(player.index.peek());
    return () => {
      review.cancel();
      player.close();
    };
  }, [review, player]);
  useSignalEffect(() => {
    const isAtRest = !player.isPlaying.value && review.progress.value === null;
    if (isAtRest && player.shown.value !== null) void review.analyseCurrent();
  });
  const best = review.isSurveyed.value ? review.best.value : null;
  const failure = player.failure.value ?? review.failure.value;
  return (
    <div class={styles.columns}>
      <div class={styles.picture}>
        <ClipPicture player={player} analysisOf={(index) => review.results.value[index]?.analysis ?? null} />
      </div>
      <div class={styles.words}>
        <ClipVerdict review={review} />
        {failure && <FailureNotice failure={failure} />}
      </div>
      <div class={styles.controls}>
        <ClipTransport player={player} best={best} />
        <StripChart
          timesMs={timesMs}
          moments={review.results.value}
          index={player.index.value}
          best={best}
          onGo={(index) => void player.seek(index)}
        />
      </div>
      <div class={styles.actions}>
        <ClipActions review={review} />
      </div>
      <ClipNotes review={review} />
    </div>
  );
}
