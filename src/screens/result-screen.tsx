import { ArrowRight, ScanLine, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { QualityLabel } from '../analysis.ts';
import { AdviceCard, CausesCard } from '../components/advice-card.tsx';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FramingCard } from '../components/framing-card.tsx';
import { LabelBars } from '../components/label-bars.tsx';
import { lazyScreen } from '../components/lazy-screen.tsx';
import { MeterCards } from '../components/meter-cards.tsx';
import { OutlineBar } from '../components/outline-bar.tsx';
import { MapChoice, OverlaySwitches } from '../components/overlay-switches.tsx';
import { PictureView } from '../components/picture-view.tsx';
import { ProvenanceCard } from '../components/provenance-card.tsx';
import screen from '../components/screen.module.css';
import { type Traced, TraceOverlay } from '../components/trace-overlay.tsx';
import type { CheckItem } from '../exam.ts';
import { advise } from '../feedback/advise.ts';
import { addMessages } from '../i18n/en.ts';
import { advice } from '../i18n/en-advice.ts';
import { say } from '../i18n/say.ts';
import { shownOutlines } from '../outline-edits.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { kidneyShown, outlineShown } from '../settings.ts';
import { RecordPlace } from './record-place.tsx';
import { removeWithUndo } from './remove-with-undo.ts';
import styles from './result-screen.module.css';
import type { Opened } from './use-opened.ts';

addMessages(advice);

const ClipCard = lazyScreen(async () => (await import('../components/clip-card.tsx')).ClipCard);
const MeasureCard = lazyScreen(async () => (await import('../components/measure-card.tsx')).MeasureCard);
const ReadingCard = lazyScreen(async () => (await import('./reading-card.tsx')).ReadingCard);

/** The heart: the picture, the verdict, what to do, and why. */
export function ResultScreen({ id }: { readonly id: string }): VNode {
  return <RecordPlace id={id}>{(opened) => <Result opened={opened} key={id} />}</RecordPlace>;
}

function Result({ opened }: { readonly opened: Extract<Opened, { name: 'opened' }> }): VNode {
  const { examination, bitmap } = opened;
  const { analysis } = examination;
  const [mapLabel, setMapLabel] = useState<QualityLabel | null>(null);
  const [traced, setTraced] = useState<Traced | null>(null);
  const picture = useShown(traced);
  const feedback = advise(analysis);
  const outlines = useMemo(() => shownOutlines(examination), [examination]);
  const { outcome } = analysis;
  const isOutlineShown = outlineShown.value === 'on';
  // A declined picture has no switch: what a person drew on it is shown.
  const isKidneyShown = kidneyShown.value === 'on' || outcome.kind === 'declined';
  return (
    <div class={`${screen.screen} ${styles.columns}`}>
      <div class={styles.picture} ref={picture}>
        <PictureView
          bitmap={bitmap}
          analysis={analysis}
          isKidneyShown={isKidneyShown}
          isOutlineShown={isOutlineShown}
          mapLabel={mapLabel}
          overlay={traced && <TraceOverlay traced={traced} size={analysis} />}
          outlines={outlines}
          switches={
            outcome.kind === 'assessed' && (
              <OverlaySwitches
                outcome={outcome}
                outlines={outlines}
                isKidneyShown={isKidneyShown}
                isOutlineShown={isOutlineShown}
                mapLabel={mapLabel}
                onKidney={(isShown) => {
                  kidneyShown.value = isShown ? 'on' : 'off';
                }}
                onOutline={(isShown) => {
                  outlineShown.value = isShown ? 'on' : 'off';
                }}
                onMap={setMapLabel}
              />
            )
          }
        />
        <OutlineBar examination={examination} />
        {outcome.kind === 'assessed' && mapLabel !== null && (
          <MapChoice outcome={outcome} label={mapLabel} onChoose={setMapLabel} />
        )}
      </div>
      <div class={styles.words}>
        <AdviceCard feedback={feedback} />
        <NextActions id={examination.id} />
        <SittingNotices id={examination.id} />
        <CausesCard feedback={feedback} />
        <FramingCard examination={examination} />
        {outcome.kind === 'assessed' && <LabelBars labels={outcome.labels} />}
        <MeasureCard examination={examination} bitmap={bitmap} traced={traced} onTrace={setTraced} />
        <ReadingCard examination={examination} />
      </div>
      <div class={styles.rest}>
        {examination.clip && <ClipCard examination={examination} track={examination.clip} />}
        {outcome.kind === 'assessed' && <MeterCards meters={outcome.meters} />}
        <ProvenanceCard examination={examination} />
      </div>
    </div>
  );
}

/** Brings the picture back into view when a number was tapped whose line lies on it. */
function useShown(traced: Traced | null): { readonly current: HTMLDivElement | null } {
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = picture.current?.getBoundingClientRect();
    // Half of it is enough to see a line; a page that jumps without need is worse.
    if (traced === null || box === undefined || box.top + box.height / 2 > 0) return;
    picture.current?.scrollIntoView({ block: 'start' });
  }, [traced]);
  return picture;
}

function NextActions({ id }: { readonly id: string }): VNode {
  const { exam, records } = useServices();
  const next = nextChecked(exam.items.value, id);
  return (
    <div class={styles.actions}>
      {next === null ? (
        <Button kind="primary" icon={ScanLine} onPress={() => go({ place: 'scan' })}>
          {say('result.next')}
        </Button>
      ) : (
        <Button kind="primary" icon={ArrowRight} onPress={() => go({ place: 'examination', id: next })}>
          {say('result.next-picture')}
        </Button>
      )}
      <Button
        kind="danger"
        icon={Trash2}
        label={say('result.delete')}
        onPress={() => {
          void removeWithUndo(records, [id]);
          go(next === null ? { place: 'scan' } : { place: 'examination', id: next });
        }}
      />
    </div>
  );
}

/** What is known only in this sitting: a part that was left out, a record that could not be kept. */
function SittingNotices({ id }: { readonly id: string }): VNode | null {
  const { exam } = useServices();
  const progress = exam.items.value
    .map((item) => item.progress)
    .find((candidate) => candidate.state === 'done' && candidate.id === id);
  if (progress?.state !== 'done') return null;
  return (
    <>
      {progress.notice && <p class={styles.notice}>{say(`notice.${progress.notice}`)}</p>}
      {progress.unsaved && <FailureNotice failure={progress.unsaved} />}
    </>
  );
}

/** The next finished picture of this sitting after this one, or null. */
function nextChecked(items: readonly CheckItem[], id: string): string | null {
  const ids = items.flatMap(({ progress }) => (progress.state === 'done' ? [progress.id] : []));
  const at = ids.indexOf(id);
  return at < 0 ? null : (ids[at + 1] ?? null);
}
