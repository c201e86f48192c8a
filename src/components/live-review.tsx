import { ArrowLeft, ArrowRight, Check, Film, Play, Star } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { scoreMoment } from '../feedback/best-moment.ts';
import { decideVerdict } from '../feedback/verdict.ts';
import { addMessages } from '../i18n/en.ts';
import { clip } from '../i18n/en-clip.ts';
import { say } from '../i18n/say.ts';
import type { LiveSession, Review } from '../live-session.ts';
import { shownOutlines } from '../outline-edits.ts';
import type { Look } from '../recorder.ts';
import { go } from '../route.ts';
import { kidneyShown } from '../settings.ts';
import { Button } from './button.tsx';
import { drawAnatomy } from './draw-anatomy.ts';
import styles from './live-review.module.css';
import { OutlineLegend } from './outline-legend.tsx';
import { outlineLook } from './outline-look.ts';
import { StripChart } from './strip-chart.tsx';
import { showToast } from './toast.tsx';
import { ToolButton, ToolRow } from './tool-button.tsx';
import { VerdictWord } from './verdict-word.tsx';

addMessages(clip);

interface LiveReviewProps {
  readonly session: LiveSession;
  readonly review: Review;
}

/** Time stopped: the newest picture first, and any of the ten seconds before it. */
export function LiveReview({ session, review }: LiveReviewProps): VNode {
  const look = review.looks[review.chosen] ?? review.looks[0];
  const [isBusy, setIsBusy] = useState(false);
  const keep = async (save: () => Promise<string | null>): Promise<void> => {
    setIsBusy(true);
    const id = await save();
    setIsBusy(false);
    if (id === null) return;
    session.resume();
    showToast(say('review.kept'), {
      text: say('review.kept.open'),
      run: () => go({ place: 'examination', id }),
    });
  };
  return (
    <section class={styles.review} aria-label={say('review.title')}>
      <FrozenPicture look={look} />
      {kidneyShown.value === 'on' && <OutlineLegend outlines={shownOutlines(look)} />}
      <VerdictWord verdict={decideVerdict(look.analysis.outcome)} isLarge />
      <Moments session={session} review={review} />
      <p class={styles.quiet}>
        {say(look.analysis.outcome.sector === null ? 'review.no-sector' : 'review.only-sector')}
      </p>
      <div class={styles.buttons}>
        <Button
          kind="primary"
          icon={Check}
          isDisabled={isBusy || look.analysis.outcome.sector === null}
          onPress={() => void keep(() => session.keepChosen())}
        >
          {say('review.keep')}
        </Button>
        <Button icon={Film} isDisabled={isBusy} onPress={() => void keep(() => session.keepClip())}>
          {say('review.keep.clip', { seconds: secondsOf(review) })}
        </Button>
        <Button icon={Play} onPress={() => session.resume()}>
          {say('review.resume')}
        </Button>
      </div>
    </section>
  );
}

function secondsOf({ looks }: Review): string {
  const last = looks[looks.length - 1] ?? looks[0];
  return ((last.atMs - looks[0].atMs) / 1000).toFixed(0);
}

function Moments({ session, review }: LiveReviewProps): VNode {
  const { looks, best, chosen } = review;
  const from = looks[0].atMs;
  return (
    <>
      <StripChart
        timesMs={looks.map(({ atMs }) => atMs - from)}
        moments={looks.map(({ analysis }) => scoreMoment(analysis.outcome))}
        index={chosen}
        best={best}
        onGo={(index) => session.choose(index)}
      />
      <ToolRow>
        <ToolButton icon={ArrowLeft} text={say('review.back')} onPress={() => session.choose(chosen - 1)} />
        <ToolButton
          icon={Star}
          text={say('review.best')}
          isPressed={chosen === best}
          onPress={() => session.choose(best)}
        />
        <ToolButton
          icon={ArrowRight}
          text={say('review.forward')}
          onPress={() => session.choose(chosen + 1)}
        />
      </ToolRow>
    </>
  );
}

/** The picture of a look with its outline; the one before stays until it is decoded. */
function FrozenPicture({ look }: { readonly look: Look }): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isOutlined = kidneyShown.value === 'on';
  useEffect(() => {
    let isOld = false;
    void createImageBitmap(look.picture).then((bitmap) => {
      if (!isOld && canvas.current) draw(canvas.current, { bitmap, look, isOutlined });
      bitmap.close();
    });
    return () => {
      isOld = true;
    };
  }, [look, isOutlined, outlineLook.value]);
  return <canvas ref={canvas} class={styles.picture} role="img" aria-label={say('review.picture')} />;
}

function draw(
  canvas: HTMLCanvasElement,
  { bitmap, look, isOutlined }: { bitmap: ImageBitmap; look: Look; isOutlined: boolean },
): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const { width } = look.analysis;
  if (!context || !isOutlined) return;
  context.scale(bitmap.width / width, bitmap.width / width);
  drawAnatomy(context, shownOutlines(look), { width, look: outlineLook.peek() });
}
