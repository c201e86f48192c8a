import { Check } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AgeGate } from '../findings/age-gate.ts';
import { say } from '../i18n/say.ts';
import styles from './age-card.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { NumberField } from './number-field.tsx';

interface AgeCardProps {
  readonly gate: Exclude<AgeGate, { kind: 'open' }>;
  readonly onAge: (ageYears: number) => void;
  readonly onConfirm: () => void;
}

/** Asks how old the patient is before a model reads, or says that it is for other ages. */
export function AgeCard({ gate, onAge, onConfirm }: AgeCardProps): VNode {
  const [least, most] = gate.ages;
  const known = gate.kind === 'closed' ? gate.ageYears : undefined;
  const [ageYears, setAge] = useState<number | undefined>(known);
  return (
    <section class={card.card}>
      <h2>{say(known === undefined ? 'age.title' : 'refused.title')}</h2>
      {known === undefined ? (
        <p>{say('age.why', { least, most })}</p>
      ) : (
        <p role="alert">
          {say('age.closed', { age: known, least, most })} {say('age.closed.next')}
        </p>
      )}
      <div class={styles.age}>
        <NumberField
          label={say('age.years')}
          unit={say('age.unit')}
          value={ageYears}
          range={{ least: 0, most: 130 }}
          onChange={setAge}
        />
        <Button
          icon={Check}
          isDisabled={ageYears === undefined || ageYears === known}
          onPress={() => ageYears !== undefined && onAge(ageYears)}
        >
          {say('age.use')}
        </Button>
      </div>
      <p class={card.small}>{say('age.kept')}</p>
      {known === undefined && (
        <div class={card.row}>
          <p>{say('age.or')}</p>
          <Button onPress={onConfirm}>{say('age.confirm', { least, most })}</Button>
        </div>
      )}
    </section>
  );
}
