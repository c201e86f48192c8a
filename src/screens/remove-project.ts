import type { Project } from '../annotation-store/project.ts';
import { failureWords } from '../components/failure-notice.tsx';
import { showToast } from '../components/toast.tsx';
import { toFailure } from '../failure.ts';
import { say } from '../i18n/say.ts';
import type { Labelling } from '../labelling/labelling.ts';

/** Takes a project off the list and offers to bring it back. */
export async function removeProject({ store, adder }: Labelling, project: Project): Promise<void> {
  try {
    if (adder.adding.value?.project === project.id) adder.stop();
    await store.removeProject(project.id);
    const undo = (): void => void store.restoreProject(project.id).catch(tellFailure);
    showToast(say('annotate.deleted', { name: project.name }), { text: say('annotate.undo'), run: undo });
  } catch (thrown) {
    tellFailure(thrown);
  }
}

/** Says in passing what went wrong. */
export function tellFailure(thrown: unknown): void {
  const { what, next } = failureWords(toFailure(thrown));
  showToast(`${what} ${next}`);
}
