import { ArrowLeft, GraduationCap } from 'lucide';
import type { VNode } from 'preact';
import type { PictureRefusal } from '../findings/refuse-picture.ts';
import type { FindingsModel } from '../findings-model.ts';
import { formatNumber } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import more from './finding-more.module.css';
import { verdictWords } from './verdict-word.tsx';

type Faults = Extract<PictureRefusal, { kind: 'faults' }>['faults'];

interface PictureRefusedProps {
  readonly refusal: PictureRefusal;
  readonly model: FindingsModel;
}

/** Why a picture is not read, and what to do; a faulty one may be looked at all the same. */
export function PictureRefused({ refusal, model }: PictureRefusedProps): VNode {
  const { id } = model.record.examination;
  const what =
    refusal.kind === 'faults'
      ? say('refused.faults', { faults: faultWords(refusal.faults) })
      : say(`refused.${refusal.kind}`);
  return (
    <section class={card.card} role="status">
      <h2>{say('refused.title')}</h2>
      <p>{what}</p>
      <p>{say(`refused.${refusal.kind}.next`)}</p>
      <div class={card.row}>
        <BackToResult id={id} />
        {refusal.kind === 'faults' && (
          <Button icon={GraduationCap} onPress={() => model.readDespiteFaults()}>
            {say('refused.faults.despite')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** A picture that the model finds unlike those that it learned from. */
export function PictureUnlike({ id, novelty }: { readonly id: string; readonly novelty: number }): VNode {
  return (
    <section class={card.card} role="status">
      <h2>{say('refused.title')}</h2>
      <p>{say('refused.unlike', { times: formatNumber(novelty) })}</p>
      <p>{say('refused.unlike.next')}</p>
      <div class={card.row}>
        <BackToResult id={id} />
      </div>
    </section>
  );
}

/** Nobody knows where the kidney lies. */
export function PolesWanted(): VNode {
  return (
    <section class={card.card} role="status">
      <h2>{say('crop.poles')}</h2>
      <p>{say('crop.poles.why')}</p>
      <p>{say('crop.poles.next')}</p>
    </section>
  );
}

/** Faults that a person chose to look past; nothing for a good picture. */
export function FaultWarning({ faults }: { readonly faults: Faults }): VNode | null {
  if (faults.length === 0) return null;
  return (
    <p class={more.warning} role="status">
      {say('warned.faults', { faults: faultWords(faults) })}
    </p>
  );
}

function BackToResult({ id }: { readonly id: string }): VNode {
  return (
    <Button kind="primary" icon={ArrowLeft} onPress={() => go({ place: 'examination', id })}>
      {say('refused.result')}
    </Button>
  );
}

function faultWords(faults: Faults): string {
  const [first, ...others] = faults;
  return first === undefined ? '' : verdictWords({ kind: 'faults', faults: [first, ...others] });
}
