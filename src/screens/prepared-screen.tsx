import { useSignal } from '@preact/signals';
import { Layers } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { LabBack } from '../components/lab-back.tsx';
import screen from '../components/screen.module.css';
import { Failure } from '../failure.ts';
import { addMessages } from '../i18n/en.ts';
import { advice } from '../i18n/en-advice.ts';
import { tissue } from '../i18n/en-tissue.ts';
import { say } from '../i18n/say.ts';
import { type PreparedCase, preparedCases } from '../phantom/prepared-cases.ts';
import { go } from '../route.ts';
import styles from './prepared-screen.module.css';
import { PreparedKidney, PreparedLimb } from './prepared-view.tsx';
import { usePrepared } from './use-prepared.ts';

addMessages({ ...advice, ...tissue });

/** Simulated pictures with predictions that came with the app: no model is needed. */
export function PreparedScreen(): VNode {
  const chosen = useSignal<PreparedCase | undefined>(preparedCases[0]);
  return (
    <div class={screen.screen}>
      <LabBack />
      <h1 tabIndex={-1}>{say('prepared.title')}</h1>
      <p class={card.quiet}>{say('prepared.about')}</p>
      <fieldset class={styles.cases}>
        <legend class="visually-hidden">{say('prepared.choose')}</legend>
        {preparedCases.map((one) => (
          <label key={one.id} class={styles.case}>
            <input
              type="radio"
              name="prepared-case"
              checked={one === chosen.value}
              onChange={() => {
                chosen.value = one;
              }}
            />
            <span class={styles.words}>
              <span class={styles.name}>{say(`prepared.${one.id}`)}</span>
              <span class={styles.more}>{say(`prepared.${one.id}.more`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen.value && <CaseView shown={chosen.value} />}
      <div>
        <Button icon={Layers} onPress={() => go({ place: 'lab', room: 'tissue' })}>
          {say('prepared.own')}
        </Button>
      </div>
    </div>
  );
}

function CaseView({ shown }: { readonly shown: PreparedCase }): VNode {
  const opened = usePrepared(shown);
  if (opened === null)
    return (
      <p class={styles.waiting} role="status">
        {say('prepared.drawing')}
      </p>
    );
  if (opened instanceof Failure) return <FailureNotice failure={opened} />;
  const { entry, drawn } = opened;
  const { name, version } = entry.model;
  return (
    <>
      {entry.kind === 'limb' ? (
        <PreparedLimb drawn={drawn} entry={entry} />
      ) : (
        <PreparedKidney drawn={drawn} entry={entry} />
      )}
      <p class={card.small}>{say('prepared.model', { name, version })}</p>
    </>
  );
}
