import { Crosshair, RotateCcw, ScanEye } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import type { PictureRefusal } from '../findings/refuse-picture.ts';
import type { FunctionReading } from '../function-reading.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import styles from './function-picture.module.css';
import { useModelProgress } from './use-model-progress.ts';

interface ReadPictureProps {
  readonly id: string;
  readonly reading: FunctionReading;
  readonly ageYears: number | undefined;
  /** What the button says. */
  readonly words: string;
}

/** The way to a reading: a button, and what stands in the way once it was pressed. */
export function ReadPicture({ id, reading, ageYears, words }: ReadPictureProps): VNode {
  const phase = reading.phase.value;
  const read = (): void => void reading.read(ageYears);
  switch (phase.name) {
    case 'reading':
      return <Waiting />;
    case 'refused':
      return <Refused refusal={phase.refusal} onDespite={() => void reading.read(ageYears, 'faults')} />;
    case 'failed':
      if (phase.failure.code === 'crop-missing') return <PolesWanted id={id} />;
      return (
        <FailureNotice failure={phase.failure}>
          <Button icon={RotateCcw} onPress={read}>
            {say('picture-egfr.again')}
          </Button>
        </FailureNotice>
      );
    case 'age':
    case 'rest':
      return (
        <div class={styles.read}>
          {phase.name === 'age' && <AgeWords gate={phase.gate} />}
          <Button icon={ScanEye} onPress={read}>
            {words}
          </Button>
        </div>
      );
  }
}

function Waiting(): VNode {
  const percent = useModelProgress();
  return (
    <p role="status">
      {percent === null ? say('picture-egfr.reading') : say('picture-egfr.loading', { percent })}
    </p>
  );
}

interface RefusedProps {
  readonly refusal: PictureRefusal;
  readonly onDespite: () => void;
}

function Refused({ refusal, onDespite }: RefusedProps): VNode {
  return (
    <div class={styles.read} role="status">
      <p>{say(`picture-egfr.refused.${refusal.kind}`)}</p>
      {refusal.kind === 'faults' && (
        <Button icon={ScanEye} onPress={onDespite}>
          {say('picture-egfr.despite')}
        </Button>
      )}
    </div>
  );
}

/** For whom the model is, by its card. */
export function AgeWords({
  gate: { kind, ages },
}: {
  readonly gate: { readonly kind: 'ask' | 'closed'; readonly ages: readonly [number, number] };
}): VNode {
  const [least, most] = ages;
  return <p role="status">{say(`picture-egfr.age.${kind}`, { least, most })}</p>;
}

function PolesWanted({ id }: { readonly id: string }): VNode {
  return (
    <div class={styles.read} role="status">
      <p class={card.quiet}>{say('picture-egfr.poles')}</p>
      <Button icon={Crosshair} onPress={() => go({ place: 'examination', id, part: 'findings' })}>
        {say('picture-egfr.poles.mark')}
      </Button>
    </div>
  );
}
