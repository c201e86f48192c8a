import { RotateCcw } from 'lucide';
import type { VNode } from 'preact';
import { AgeCard } from '../components/age-card.tsx';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { FaultWarning, PictureRefused, PictureUnlike, PolesWanted } from '../components/findings-refused.tsx';
import { say } from '../i18n/say.ts';
import type { Findings } from './use-findings.ts';
import { useModelProgress } from './use-model-progress.ts';

/** What came of a picture, or what stands in the way and what to do about it. */
export function FindingsPhaseView({ findings: { model, open } }: { readonly findings: Findings }): VNode {
  const phase = model.phase.value;
  const { examination } = model.record;
  switch (phase.name) {
    case 'refused':
      return <PictureRefused refusal={phase.refusal} model={model} />;
    case 'opening':
    case 'reading':
      return <Waiting phase={phase.name} />;
    case 'age':
      return (
        <AgeCard
          key={phase.gate.kind}
          gate={phase.gate}
          onAge={(age) => model.setAge(age)}
          onConfirm={() => model.confirmAge()}
        />
      );
    case 'poles':
      return <PolesWanted />;
    case 'failed':
      return (
        <FailureNotice failure={phase.failure}>
          {!phase.failure.code.startsWith('crop-') && (
            <Button icon={RotateCcw} onPress={() => void model.read()}>
              {say('findings.again')}
            </Button>
          )}
        </FailureNotice>
      );
    case 'unlike':
      return (
        <PictureUnlike id={examination.id} novelty={phase.screened.reading.findings?.novelty ?? Number.NaN} />
      );
    case 'read':
      return (
        <>
          <FaultWarning faults={model.faults} />
          <FindingList read={phase} isSimulated={examination.origin === 'sample'} open={open} />
        </>
      );
  }
}

function Waiting({ phase }: { readonly phase: 'opening' | 'reading' }): VNode {
  const percent = useModelProgress();
  return (
    <section class={card.card} role="status">
      <p>
        {phase === 'opening' && percent !== null
          ? say('findings.opening.share', { percent })
          : say(`findings.${phase}`)}
      </p>
      {phase === 'opening' && percent !== null && (
        <progress max={100} value={percent} aria-label={say('findings.opening')} />
      )}
    </section>
  );
}
