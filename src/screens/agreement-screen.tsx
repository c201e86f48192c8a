import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { startAgreement } from '../agreement/agreement-link.ts';
import { AgreementModel } from '../agreement/agreement-model.ts';
import { createComparisonStore } from '../agreement/kept-comparison.ts';
import { decodePicture, pickPictures } from '../agreement/picked-pictures.ts';
import { AgreementResults } from '../components/agreement-results.tsx';
import { AgreementSteps } from '../components/agreement-steps.tsx';
import card from '../components/card.module.css';
import { LabBack } from '../components/lab-back.tsx';
import screen from '../components/screen.module.css';
import { addMessages } from '../i18n/en.ts';
import { agreement } from '../i18n/en-agreement.ts';
import { outline } from '../i18n/en-outline.ts';
import { say } from '../i18n/say.ts';
import type { Inference } from '../inference.ts';
import { useServices } from '../services.ts';

addMessages({ ...agreement, ...outline });

/** Lives as long as the app: who looks at a model's card meanwhile comes back to the same comparison. */
let kept: AgreementModel | null = null;

function keepModel(inference: Inference): AgreementModel {
  kept ??= new AgreementModel({
    startWorker: startAgreement,
    store: createComparisonStore(),
    pickPictures,
    decode: decodePicture,
    analyse: inference.analyse,
  });
  return kept;
}

/** Two readers of the same pictures compared: files, then figures. */
export function AgreementScreen(): VNode {
  const { inference } = useServices();
  const model = keepModel(inference);
  useEffect(() => void model.restore(), [model]);
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <LabBack />
      <h1 tabIndex={-1}>{say('agreement.title')}</h1>
      <Content model={model} />
    </div>
  );
}

function Content({ model }: { readonly model: AgreementModel }): VNode {
  const phase = model.phase.value;
  if (phase.name === 'restoring') return <p role="status">{say('screen.loading')}</p>;
  if (phase.name === 'compared') return <AgreementResults model={model} compared={phase} />;
  return (
    <>
      <p class={card.quiet}>{say('agreement.about')}</p>
      <AgreementSteps model={model} />
    </>
  );
}
