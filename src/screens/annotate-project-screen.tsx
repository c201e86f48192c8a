import { ArrowLeft, FileInput, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { progressOf } from '../annotation-store/progress.ts';
import { AddingReport } from '../components/adding-report.tsx';
import styles from '../components/annotate.module.css';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { ExportCard } from '../components/export-card.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FileButton } from '../components/file-button.tsx';
import { ImportReport } from '../components/import-report.tsx';
import { LabellingPlace } from '../components/labelling-place.tsx';
import { PictureRows } from '../components/picture-rows.tsx';
import { ProjectInputs } from '../components/project-inputs.tsx';
import screen from '../components/screen.module.css';
import { say } from '../i18n/say.ts';
import type { Labelling } from '../labelling/labelling.ts';
import { go } from '../route.ts';
import { removeProject, tellFailure } from './remove-project.ts';
import { usePictureTarget } from './use-picture-target.ts';
import { type OpenedProject, useProject } from './use-project.ts';

/** A project's pictures and files: what comes in, what goes out, and the way to each picture. */
export function AnnotateProjectScreen({ project }: { readonly project: string }): VNode {
  return <LabellingPlace>{(labelling) => <ProjectPage labelling={labelling} id={project} />}</LabellingPlace>;
}

function ProjectPage({ labelling, id }: { readonly labelling: Labelling; readonly id: string }): VNode {
  const { store, adder } = labelling;
  const opened = useProject(store, id);
  usePictureTarget(say('annotate.drop.add'), (picked) => void adder.add(id, picked));
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <div>
        <Button icon={ArrowLeft} onPress={() => go({ place: 'lab', room: 'annotate' })}>
          {say('annotate.back')}
        </Button>
      </div>
      {opened.name === 'failed' && <FailureNotice failure={opened.failure} />}
      {opened.name === 'missing' && (
        <>
          <h1 tabIndex={-1}>{say('annotate.missing')}</h1>
          <p>{say('annotate.missing.next')}</p>
        </>
      )}
      {opened.name === 'open' && <OpenProject opened={opened} labelling={labelling} />}
    </div>
  );
}

interface OpenProjectProps {
  readonly opened: Extract<OpenedProject, { name: 'open' }>;
  readonly labelling: Labelling;
}

function OpenProject({ opened, labelling }: OpenProjectProps): VNode {
  const { project, rows, version } = opened;
  const { store, adder, importer } = labelling;
  const { total, done } = progressOf(rows);
  const work = { place: 'annotate', project: project.id, page: false } as const;
  const openPicture = (id: string): void => {
    void store.setLastPicture(project.id, id).then(() => go(work));
  };
  return (
    <>
      <div class={styles.head}>
        <h1 tabIndex={-1}>{project.name}</h1>
        <Button
          kind="danger"
          icon={Trash2}
          label={say('annotate.delete')}
          onPress={() => {
            void removeProject(labelling, project);
            go({ place: 'lab', room: 'annotate' });
          }}
        />
      </div>
      <AddingReport adder={adder} project={project.id} />
      <ImportReport importer={importer} project={project.id} />
      <section class={card.card}>
        {total > 0 ? <p>{say('annotate.progress', { done, total })}</p> : <p>{say('annotate.without')}</p>}
        {total > 0 && (
          <Button kind="primary" onPress={() => go(work)}>
            {say('annotate.continue')}
          </Button>
        )}
        <label class={styles.field}>
          {say('annotate.name')}
          <input
            class={styles.input}
            value={project.name}
            maxLength={200}
            onChange={({ currentTarget: { value } }) => {
              if (value.trim() !== '') store.renameProject(project.id, value.trim()).catch(tellFailure);
            }}
          />
        </label>
        <ProjectInputs
          isDisabled={adder.isRunning.value}
          onPicked={(picked) => void adder.add(project.id, picked)}
        />
        <div class={card.row}>
          <FileButton
            icon={FileInput}
            text={say('annotate.import')}
            accept=".csv,.json,.png,.dcm"
            isMany
            isDisabled={total === 0 || adder.isRunning.value}
            onFiles={(files) => void importer.read(project.id, files)}
          />
        </div>
      </section>
      {total > 0 && (
        <ExportCard store={store} project={project} version={adder.isRunning.value ? 0 : version} />
      )}
      {total > 0 && (
        <section class={card.card}>
          <h2>{say('annotate.pictures')}</h2>
          <PictureRows rows={rows} current={project.lastPicture} onOpen={openPicture} />
        </section>
      )}
    </>
  );
}
