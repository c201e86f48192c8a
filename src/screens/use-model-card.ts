import { useEffect, useState } from 'preact/hooks';
import type { InstalledModel } from '../../workers/protocol.ts';
import type { ModelIdentity } from '../analysis.ts';
import { useServices } from '../services.ts';

/** The card of the model that made a reading; null until it is known, and where that version is here no more. */
export function useModelCard(model: ModelIdentity | undefined): InstalledModel['card'] | null {
  const { inference } = useServices();
  const [card, setCard] = useState<InstalledModel['card'] | null>(null);
  useEffect(() => {
    setCard(null);
    if (model === undefined) return;
    let isGone = false;
    // Why the engine fails is said where a picture is read.
    inference.ask('listModels', null).then(
      (installed) => {
        const found = installed.find(({ identity }) => identity.sha256 === model.sha256);
        if (!isGone) setCard(found?.card ?? null);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [inference, model]);
  return card;
}
