import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { LabBack } from '../components/lab-back.tsx';
import screen from '../components/screen.module.css';
import { addMessages } from '../i18n/en.ts';
import { tissue } from '../i18n/en-tissue.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import { useServices } from '../services.ts';
import { useFileTaker } from './file-taker.ts';
import { openLimb, TissueInputs } from './tissue-inputs.tsx';
import { TissueModel, type TissuePhase } from './tissue-model.ts';
import { TissueProgress } from './tissue-progress.tsx';
import { TissueResult } from './tissue-result.tsx';

addMessages(tissue);

/** Layers of a limb: a picture comes in, and prediction, truth and difference stand beside it. */
export function TissueScreen(): VNode {
  const { inference } = useServices();
  const model = useMemo(() => new TissueModel(inference), [inference]);
  useEffect(() => () => model.end(), [model]);
  useFileTaker(
    useCallback(([file]) => void (file && model.show('opening', () => openLimb(file, 'drop'))), [model]),
  );
  const phase = model.phase.value;
  return (
    <div class={screen.screen}>
      <LabBack />
      <h1 tabIndex={-1}>{say('tissue.title')}</h1>
      {phase.name === 'empty' && <p class={card.quiet}>{say('tissue.about')}</p>}
      <PhaseView phase={phase} model={model} />
      <TissueInputs model={model} isFirst={phase.name === 'empty'} />
      <p class={card.small}>
        {say('tissue.limits')}{' '}
        <a href={hashOf({ place: 'model', name: model.chosen.value })}>{say('tissue.card')}</a>
      </p>
    </div>
  );
}

function PhaseView({
  phase,
  model,
}: {
  readonly phase: TissuePhase;
  readonly model: TissueModel;
}): VNode | null {
  switch (phase.name) {
    case 'empty':
      return null;
    case 'working':
      return <TissueProgress step={phase.step} />;
    case 'failed':
      return <FailureNotice failure={phase.failure} />;
    case 'refused':
      return (
        <section class={card.card} role="status">
          <h2>{say('tissue.refused')}</h2>
          <p>{say(`tissue.refused.${phase.refusal}`)}</p>
          <p class={card.quiet}>{say('tissue.refused.next')}</p>
        </section>
      );
    case 'read':
      return <TissueResult shown={phase} model={model} />;
  }
}
