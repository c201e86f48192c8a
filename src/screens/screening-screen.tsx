import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import card from '../components/card.module.css';
import { LabBack } from '../components/lab-back.tsx';
import screen from '../components/screen.module.css';
import { ScreeningChoice } from '../components/screening-choice.tsx';
import { ScreeningResults } from '../components/screening-results.tsx';
import { startCropWorker } from '../frame/crop-link.ts';
import { openFile } from '../frame/open-file.ts';
import { addMessages } from '../i18n/en.ts';
import { findingsWords } from '../i18n/en-findings.ts';
import { screening } from '../i18n/en-screening.ts';
import { say } from '../i18n/say.ts';
import type { Inference } from '../inference.ts';
import { Screener } from '../screener.ts';
import { ScreeningModel } from '../screening/screening-model.ts';
import { useServices } from '../services.ts';
import { screeningModels } from '../settings.ts';
import { usePictureTarget } from './use-picture-target.ts';

addMessages({ ...findingsWords, ...screening });

/** Lives as long as the app: who looks at a model's card meanwhile comes back to the same pictures. */
let kept: { readonly model: ScreeningModel; readonly screener: Screener } | null = null;

function keepModel(inference: Inference): ScreeningModel {
  const model = screeningModels.peek().findings;
  if (kept?.model.model === model) return kept.model;
  kept?.model.change();
  kept?.screener.end();
  const screener = new Screener({ inference, startCropWorker });
  const open = (file: File) => openFile(file, 'file');
  const openModel = (name: string) => inference.ask('openModel', { name });
  const { analyse } = inference;
  kept = { screener, model: new ScreeningModel({ model, open, analyse, openModel, screener }) };
  return kept.model;
}

/** A person's own pictures, read by the model of findings: how often it is right. */
export function ScreeningScreen(): VNode {
  const { inference } = useServices();
  const model = keepModel(inference);
  usePictureTarget(say('screening.drop'), (picked) => void model.choose(picked));
  // Nobody waits for pictures that are read for a screen that is gone.
  useEffect(() => () => model.stop(), [model]);
  const phase = model.phase.value;
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <LabBack />
      <h1 tabIndex={-1}>{say('screening.title')}</h1>
      {phase.name === 'evaluated' ? (
        <ScreeningResults model={model} evaluated={phase.evaluated} />
      ) : (
        <>
          <p class={card.quiet}>{say('screening.about')}</p>
          <ScreeningChoice model={model} />
        </>
      )}
    </div>
  );
}
