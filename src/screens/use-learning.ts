import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { loadLearning, type OpenedLearning } from '../prepared/load-learning.ts';

/** How a shipped model learned: null while it loads, or why it cannot be shown. */
export function useLearning(name: string): OpenedLearning | Failure | null {
  const [opened, setOpened] = useState<OpenedLearning | Failure | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadLearning(name)
      .catch(toFailure)
      .then((result) => {
        if (isWanted) setOpened(result);
      }, toFailure);
    return () => {
      isWanted = false;
    };
  }, [name]);
  return opened;
}
