import type { VNode } from 'preact';
import type { InstalledModel } from '../../workers/protocol.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import type { ModelsModel } from '../screens/models-model.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { ModelJobs } from './model-jobs.tsx';
import styles from './model-tile.module.css';

/** One installed model: what it is, what it does now, and what can be done with it. */
export function ModelTile({
  entry,
  model,
}: {
  readonly entry: InstalledModel;
  readonly model: ModelsModel;
}): VNode {
  const { identity, origin, previous } = entry;
  const { name } = identity;
  const isBusy = model.isBusy.value;
  return (
    <section class={card.card}>
      <h2>{entry.card.title}</h2>
      <p class={card.quiet}>
        {name} {identity.version} · {say(origin === 'shipped' ? 'models.shipped' : 'models.origin.imported')}
      </p>
      <p>{entry.card.intendedUse}</p>
      <ModelJobs entry={entry} model={model} />
      {!entry.stored && <p class={card.small}>{say('models.not-stored')}</p>}
      <div class={card.row}>
        <a class={styles.link} href={hashOf({ place: 'model', name })}>
          {say('models.card')}
        </a>
        {previous && (
          <Button isDisabled={isBusy} onPress={() => void model.revert(name)}>
            {say('models.revert', { version: previous.version })}
          </Button>
        )}
        {origin === 'imported' && (
          <Button kind="danger" isDisabled={isBusy} onPress={() => void model.remove(name)}>
            {say('models.remove')}
          </Button>
        )}
      </div>
    </section>
  );
}
