import { failureWords } from '../components/failure-notice.tsx';
import { showToast } from '../components/toast.tsx';
import { toFailure } from '../failure.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { Records } from '../records.ts';

/** Takes records off the list and offers to bring them back. */
export async function removeWithUndo(records: Records, ids: readonly string[]): Promise<void> {
  try {
    await records.remove(ids);
    const undo = (): void => void records.restoreRemoved(ids).catch(tell);
    showToast(sayCount('history.deleted', ids.length), { text: say('result.undo'), run: undo });
  } catch (error) {
    tell(error);
  }
}

function tell(error: unknown): void {
  const { what, next } = failureWords(toFailure(error));
  showToast(`${what} ${next}`);
}
