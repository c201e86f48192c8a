import { useEffect, useState } from 'preact/hooks';
import type { InstalledModel } from '../../workers/protocol.ts';
import type { ModelIdentity } from '../analysis.ts';
import { useServices } from '../services.ts';

/** The card of the model that made a reading, on its way: `gone` where that version is here no more. */
export type SoughtCard =
  | { readonly name: 'seeking' | 'gone' }
  | { readonly name: 'found'; readonly card: InstalledModel['card'] };

/** Looks for the card of the model that made a reading; without one it goes on seeking. */
export function useSoughtCard(model: ModelIdentity | undefined): SoughtCard {
  const { inference } = useServices();
  const [sought, setSought] = useState<SoughtCard>({ name: 'seeking' });
  useEffect(() => {
    setSought({ name: 'seeking' });
    if (model === undefined) return;
    let isGone = false;
    // Why the engine fails is said where a picture is read.
    inference.ask('listModels', null).then(
      (installed) => {
        const found = installed.find(({ identity }) => identity.sha256 === model.sha256);
        if (!isGone) setSought(found ? { name: 'found', card: found.card } : { name: 'gone' });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [inference, model]);
  return sought;
}

/** The card of the model that made a reading; null until it is known, and where that version is here no more. */
export function useModelCard(model: ModelIdentity | undefined): InstalledModel['card'] | null {
  const sought = useSoughtCard(model);
  return sought.name === 'found' ? sought.card : null;
}
