import { Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ProjectProgress } from '../annotation-store/project.ts';
import styles from '../components/annotate.module.css';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { LabBack } from '../components/lab-back.tsx';
import { LabellingPlace } from '../components/labelling-place.tsx';
import { ProjectInputs } from '../components/project-inputs.tsx';
import screen from '../components/screen.module.css';
import { type Failure, toFailure } from '../failure.ts';
import type { PickedFile } from '../frame/picked-file.ts';
import { readStorageState, type StorageState } from '../history/storage.ts';
import { formatBytes, formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { Labelling } from '../labelling/labelling.ts';
import { go } from '../route.ts';
import { removeProject } from './remove-project.ts';
import { usePictureTarget } from './use-picture-target.ts';
import { useProjects } from './use-projects.ts';

/** The projects of pictures that are labelled on this device. */
export function AnnotateScreen(): VNode {
  return <LabellingPlace>{(labelling) => <Projects labelling={labelling} />}</LabellingPlace>;
}

function Projects({ labelling }: { readonly labelling: Labelling }): VNode {
  const { store, adder } = labelling;
  const listing = useProjects(store);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async (picked: readonly PickedFile[]): Promise<void> => {
    if (picked.length === 0 || adder.isRunning.value) return;
    try {
      const project = await adder.begin(picked, say('annotate.nameless', { date: formatTime(Date.now()) }));
      go({ place: 'annotate', project, page: true });
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  usePictureTarget(say('annotate.drop.new'), (picked) => void begin(picked));
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <LabBack />
      <h1 tabIndex={-1}>{say('annotate.title')}</h1>
      <p class={card.quiet}>{say('annotate.about')}</p>
      {failure && <FailureNotice failure={failure} />}
      <section class={card.card}>
        <h2>{say('annotate.new')}</h2>
        <p class={card.quiet}>{say('annotate.new.more')}</p>
        <ProjectInputs
          isPrimary
          isDisabled={adder.isRunning.value}
          onPicked={(picked) => void begin(picked)}
        />
      </section>
      {listing.name === 'failed' && <FailureNotice failure={listing.failure} />}
      {listing.name === 'read' && listing.value.length === 0 && (
        <p class={card.quiet}>{say('annotate.empty')}</p>
      )}
      {listing.name === 'read' &&
        listing.value.map((one) => <ProjectCard key={one.project.id} progress={one} labelling={labelling} />)}
      <Space />
    </div>
  );
}

interface ProjectCardProps {
  readonly progress: ProjectProgress;
  readonly labelling: Labelling;
}

function ProjectCard({ progress, labelling }: ProjectCardProps): VNode {
  const { project, total, done, skipped, bytes } = progress;
  const figures = [
    say('annotate.progress', { done, total }),
    ...(skipped > 0 ? [say('annotate.skipped', { count: skipped })] : []),
    formatBytes(bytes),
    say('annotate.last', { time: formatTime(project.updatedAt) }),
  ];
  return (
    <section class={card.card}>
      <h2 class={styles.project}>{project.name}</h2>
      <progress
        class={styles.progress}
        value={done + skipped}
        max={Math.max(1, total)}
        aria-label={say('annotate.progress', { done, total })}
      />
      <p class={styles.figures}>{figures.join(' · ')}</p>
      <div class={card.row}>
        <Button onPress={() => go({ place: 'annotate', project: project.id, page: false })}>
          {say('annotate.continue')}
        </Button>
        <Button onPress={() => go({ place: 'annotate', project: project.id, page: true })}>
          {say('annotate.files')}
        </Button>
        <Button
          kind="danger"
          icon={Trash2}
          label={`${say('annotate.delete')}: ${project.name}`}
          onPress={() => void removeProject(labelling, project)}
        />
      </div>
    </section>
  );
}

function Space(): VNode | null {
  const [space, setSpace] = useState<StorageState | null>(null);
  useEffect(() => {
    void readStorageState().then(setSpace);
  }, []);
  if (space?.usageBytes == null || space.quotaBytes === null) return null;
  const used = formatBytes(space.usageBytes);
  const free = formatBytes(space.quotaBytes - space.usageBytes);
  return <p class={card.small}>{say('annotate.space', { used, free })}</p>;
}
