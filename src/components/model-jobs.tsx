import { CircleCheck } from 'lucide';
import type { VNode } from 'preact';
import type { InstalledModel, ModelJob } from '../../workers/protocol.ts';
import { say } from '../i18n/say.ts';
import { isDoing, type ModelsModel } from '../screens/models-model.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './model-jobs.module.css';

/** What a model can do, what of that it does now, and a way to give it the rest. */
export function ModelJobs({
  entry,
  model,
}: {
  readonly entry: InstalledModel;
  readonly model: ModelsModel;
}): VNode {
  return (
    <ul class={styles.jobs}>
      {entry.jobs.map((job) => (
        <li key={job} class={styles.job}>
          <span>{say(`models.job.${job}`)}</span>
          <JobState job={job} entry={entry} model={model} />
        </li>
      ))}
    </ul>
  );
}

function JobState({
  job,
  entry,
  model,
}: {
  readonly job: ModelJob;
  readonly entry: InstalledModel;
  readonly model: ModelsModel;
}): VNode | null {
  const isDoingIt = isDoing(entry, job);
  if (isDoingIt === null || job === 'tissue') return null;
  if (isDoingIt) {
    return (
      <span class={styles.active}>
        <Icon node={CircleCheck} size={20} />
        {say('models.active')}
      </span>
    );
  }
  const { name } = entry.identity;
  return (
    <Button
      isDisabled={model.isBusy.value}
      onPress={() => void (job === 'views' ? model.activate(name) : model.choose(job, name))}
    >
      {say(`models.use.${job}`)}
    </Button>
  );
}
