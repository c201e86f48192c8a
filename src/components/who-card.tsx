import { ChartLine, Check, UserRound } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PatientContext } from '../history/additions.ts';
import { addMessages } from '../i18n/en.ts';
import { who } from '../i18n/en-who.ts';
import { say } from '../i18n/say.ts';
import type { MeasureModel } from '../measure-model.ts';
import { go } from '../route.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Icon } from './icon.tsx';
import { PatientContextForm } from './patient-context.tsx';
import styles from './who-card.module.css';

addMessages(who);

/** Who was scanned, in one line; a tap opens the form, and a pseudonym leads to its visits. */
export function WhoCard({ model }: { readonly model: MeasureModel }): VNode {
  const [isOpen, setIsOpen] = useState(false);
  const patient = model.patient.value;
  const { pseudonym } = patient;
  const words = patientWords(patient);
  return (
    <section class={card.card} aria-label={say('who.title')}>
      <header class={styles.head}>
        <Icon node={UserRound} />
        <div class={styles.words}>
          <h2 class={styles.title}>{pseudonym ?? say('who.title')}</h2>
          <p class={card.small}>{words === '' ? say('who.optional') : words}</p>
        </div>
        <div class={styles.buttons}>
          {pseudonym !== undefined && !isOpen && (
            <Button icon={ChartLine} onPress={() => go({ place: 'trend', pseudonym })}>
              {say('who.trend')}
            </Button>
          )}
          {isOpen ? (
            <Button icon={Check} onPress={() => setIsOpen(false)}>
              {say('context.done')}
            </Button>
          ) : (
            <Button onPress={() => setIsOpen(true)}>{say(words === '' ? 'who.add' : 'who.change')}</Button>
          )}
        </div>
      </header>
      {isOpen && (
        <PatientContextForm
          patient={patient}
          at={model.examination.analysedAt}
          onChange={(changed) => model.setPatient(changed)}
        />
      )}
    </section>
  );
}

/** All but the pseudonym; for a patient that is followed the side matters, so that it is missed. */
export function patientWords({ pseudonym, side, ageYears, sex, heightCm }: PatientContext): string {
  return [
    side ? say(`context.side.${side}`) : pseudonym !== undefined && say('who.no-side'),
    ageYears !== undefined && say('who.years', { age: ageYears }),
    sex && say(`context.sex.${sex}`),
    heightCm !== undefined && say('who.height', { height: heightCm }),
  ]
    .filter(Boolean)
    .join(' · ');
}
