import { CircleCheck } from 'lucide';
import type { VNode } from 'preact';
import type { InstalledModel } from '../../workers/protocol.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import type { ModelsModel } from '../screens/models-model.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Icon } from './icon.tsx';
import styles from './model-tile.module.css';

/** One installed model: what it is, whether it is in use, and what can be done with it. */
export function ModelTile({
  entry,
  model,
}: {
  readonly entry: InstalledModel;
  readonly model: ModelsModel;
}): VNode {
  const { identity, origin, previous, active } = entry;
  const { name } = identity;
  const isBusy = model.isBusy.value;
  return (
    <section class={card.card}>
      <div class={styles.header}>
        <h2>{entry.card.title}</h2>
        {active && (
          <span class={styles.active}>
            <Icon node={CircleCheck} size={20} />
            {say('models.active')}
          </span>
        )}
      </div>
      <p class={card.quiet}>
        {name} {identity.version} · {say(origin === 'shipped' ? 'models.shipped' : 'models.origin.imported')}
      </p>
      <p>{entry.card.intendedUse}</p>
      {!entry.jobs.includes('views') && <p class={card.small}>{say('models.later')}</p>}
      {!entry.stored && <p class={card.small}>{say('models.not-stored')}</p>}
      <div class={card.row}>
        <a class={styles.link} href={hashOf({ place: 'model', name })}>
          {say('models.card')}
        </a>
        {entry.jobs.includes('views') && !active && (
          <Button isDisabled={isBusy} onPress={() => void model.activate(name)}>
            {say('models.use')}
          </Button>
        )}
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
