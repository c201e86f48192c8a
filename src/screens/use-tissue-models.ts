import { useEffect, useState } from 'preact/hooks';
import type { InstalledModel } from '../../workers/protocol.ts';
import { useServices } from '../services.ts';
import { shippedTissue } from './tissue-model.ts';

/** A model that reads layers, by its name and title. */
export interface TissueChoice {
  readonly value: string;
  readonly text: string;
}

/** The models on this device that read layers; the shipped one always, for it comes with the first picture. */
export function useTissueModels(shippedTitle: string): readonly TissueChoice[] {
  const { inference } = useServices();
  const [models, setModels] = useState<readonly TissueChoice[]>([]);
  useEffect(() => {
    // Without the list the shipped model is still there; why the engine fails is said where a picture is read.
    inference.ask('listModels', null).then(
      (installed) => setModels(installed.filter(readsLayers).map(choiceOf)),
      () => undefined,
    );
  }, [inference]);
  const others = models.filter(({ value }) => value !== shippedTissue);
  return [{ value: shippedTissue, text: shippedTitle }, ...others];
}

function readsLayers({ card }: InstalledModel): boolean {
  return card.input.region !== 'kidney-crop' && card.outputs.some(({ task }) => task === 'tissue');
}

function choiceOf({ card, identity }: InstalledModel): TissueChoice {
  return { value: identity.name, text: card.title };
}
