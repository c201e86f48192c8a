import { Download } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type AnnotationFormat, annotationFormats } from '../annotation/annotation-file.ts';
import type { Loss } from '../annotation/losses-of.ts';
import { sayLoss } from '../annotation/say-loss.ts';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { Project } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';
import { say } from '../i18n/say.ts';
import { askAboutFiles } from '../labelling/annotation-link.ts';
import { collectAnnotations, collectSources } from '../labelling/collect-annotations.ts';
import styles from './annotate.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { saveFile } from './save-file.ts';
import { showToast } from './toast.tsx';

interface ExportCardProps {
  readonly store: AnnotationStore;
  readonly project: Project;
  /** Grows with every change of the project, whose losses are then looked at again. */
  readonly version: number;
}

/** The formats in which a project leaves, and what each cannot hold, said before. */
export function ExportCard({ store, project, version }: ExportCardProps): VNode {
  const [format, setFormat] = useState<AnnotationFormat>('via-csv');
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const losses = useLosses({ store, project, version }, format);

  const save = async (): Promise<void> => {
    setIsWriting(true);
    setFailure(null);
    try {
      const name = await exportProject(store, project, format);
      showToast(say('annotate.export.saved', { name }));
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
    setIsWriting(false);
  };
  return (
    <section class={card.card}>
      <h2>{say('annotate.export')}</h2>
      <Choice
        title={say('annotate.export.format')}
        options={annotationFormats.map((value) => ({ value, text: say(`annotation.format.${value}`) }))}
        value={format}
        onChoose={setFormat}
      />
      <Losses losses={losses} />
      {failure && <FailureNotice failure={failure} />}
      <div class={card.row}>
        <Button icon={Download} isDisabled={isWriting} onPress={() => void save()}>
          {say(isWriting ? 'annotate.export.working' : 'annotate.export.save')}
        </Button>
      </div>
    </section>
  );
}

/** Null while the worker looks. */
function useLosses(
  { store, project, version }: ExportCardProps,
  format: AnnotationFormat,
): readonly Loss[] | null {
  const [losses, setLosses] = useState<readonly Loss[] | null>(null);
  useEffect(() => {
    let isGone = false;
    setLosses(null);
    const look = async (): Promise<void> => {
      const annotations = await collectAnnotations(store, project);
      const found = await askAboutFiles('losses', { annotations, format });
      if (!isGone) setLosses(found);
    };
    // Saving tells what is wrong with the store or the worker.
    look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [store, project, version, format]);
  return losses;
}

function Losses({ losses }: { readonly losses: readonly Loss[] | null }): VNode {
  if (losses === null) return <p role="status">{say('annotate.export.looking')}</p>;
  if (losses.length === 0) return <p role="status">{say('annotate.export.whole')}</p>;
  return (
    <div role="status">
      <p>{say('annotate.export.losses')}</p>
      <ul class={styles.problems}>
        {losses.map((loss) => (
          <li key={loss.code}>{sayLoss(loss)}</li>
        ))}
      </ul>
    </div>
  );
}

async function exportProject(
  store: AnnotationStore,
  project: Project,
  format: AnnotationFormat,
): Promise<string> {
  const annotations = await collectAnnotations(store, project);
  const sources = await collectSources(store, project);
  const file = await askAboutFiles('write', { annotations, format, sources, appVersion: __APP_VERSION__ });
  const extension = file.name.slice(file.name.indexOf('.'));
  const name = `${project.name.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'annotations'}${extension}`;
  saveFile(new Blob([file.bytes]), name);
  return name;
}
