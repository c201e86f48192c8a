import { Square } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import type { AgreementModel } from '../agreement/agreement-model.ts';
import { type AgreementPhase, isBusy } from '../agreement/agreement-phase.ts';
import { say, sayCount } from '../i18n/say.ts';
import styles from './agreement-steps.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { PictureButtons } from './picture-buttons.tsx';
import { ReaderChoice } from './reader-choice.tsx';
import { Switch } from './switch.tsx';

/** Who is compared, in three steps, and the button that starts it. */
export function AgreementSteps({ model }: { readonly model: AgreementModel }): VNode {
  const failure = model.failure.value;
  return (
    <>
      <Step number={1} title={say('agreement.first')}>
        <ReaderChoice model={model} place="first" hint={say('agreement.files.hint')} />
      </Step>
      <Step number={2} title={say('agreement.second')}>
        <ReaderChoice model={model} place="second" hint={say('agreement.second.hint')} />
        <Switch
          label={say('agreement.model')}
          note={say('agreement.model.note')}
          isOn={model.isModelReader.value}
          isDisabled={isBusy(model.phase.value)}
          onChange={(isOn) => {
            model.isModelReader.value = isOn;
          }}
        />
      </Step>
      <PicturesStep model={model} />
      {failure && <FailureNotice failure={failure} />}
      <Start model={model} />
    </>
  );
}

function PicturesStep({ model }: { readonly model: AgreementModel }): VNode {
  const count = model.pictures.value.size;
  return (
    <Step
      number={3}
      title={say('agreement.pictures')}
      note={model.isModelReader.value ? null : say('agreement.optional')}
    >
      <p class={card.quiet}>
        {count === 0 ? say('agreement.pictures.hint') : sayCount('agreement.pictures.count', count)}
      </p>
      <PictureButtons model={model} />
    </Step>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly note?: string | null;
  readonly children: ComponentChildren;
}

function Step({ number, title, note = null, children }: StepProps): VNode {
  return (
    <section class={card.card}>
      <h2 class={styles.title}>
        <span class={styles.number} aria-hidden="true">
          {number}
        </span>
        {title}
        {note !== null && <span class={styles.note}>{note}</span>}
      </h2>
      {children}
    </section>
  );
}

function Start({ model }: { readonly model: AgreementModel }): VNode {
  const phase = model.phase.value;
  if (isBusy(phase)) {
    return (
      <div class={styles.start}>
        <p role="status">{progressWords(phase)}</p>
        {phase.name === 'outlining' && (
          <progress
            class={styles.progress}
            aria-label={say('agreement.model')}
            value={phase.done}
            max={phase.total}
          />
        )}
        <Button icon={Square} onPress={() => model.change()}>
          {say('agreement.stop')}
        </Button>
      </div>
    );
  }
  const missing = model.missing.value;
  return (
    <div class={styles.start}>
      <Button kind="primary" isDisabled={missing !== null} onPress={() => void model.compare()}>
        {say('agreement.compare')}
      </Button>
      {missing !== null && <p class={card.quiet}>{say(`agreement.missing.${missing}`)}</p>}
    </div>
  );
}

function progressWords(phase: AgreementPhase): string {
  if (phase.name === 'outlining') {
    return say('agreement.outlining', { number: phase.done + 1, total: phase.total });
  }
  return say(phase.name === 'reading' ? 'agreement.reading' : 'agreement.comparing');
}
