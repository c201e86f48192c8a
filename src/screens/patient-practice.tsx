import { CircleCheck, CircleX, Flag, UserRoundPlus, X } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { Icon } from '../components/icon.tsx';
import { addMessages } from '../i18n/en.ts';
import { practice as words } from '../i18n/en-practice.ts';
import { say } from '../i18n/say.ts';
import { patientRanges } from '../patient/patient-ranges.ts';
import { type Criterion, type TargetName, targetNames } from '../phantom/targets.ts';
import type { Practice } from '../practice-model.ts';
import { coach } from '../settings.ts';
import { criterionWords, durationWords } from './criterion-words.ts';
import styles from './patient-practice.module.css';

addMessages(words);

interface PracticeProps {
  readonly practice: Practice;
}

const anotherPatient = (): number => Math.floor(Math.random() * patientRanges.seed.max);

/** Every view that can be asked for. */
export function PracticeMenu({ practice }: PracticeProps): VNode | null {
  if (practice.target.value !== null) return null;
  const begin = (name: TargetName): void => {
    coach.value = 'on';
    practice.begin(name, anotherPatient());
  };
  return (
    <details class={card.card}>
      <summary class={card.summary}>{say('practice.title')}</summary>
      <p class={card.quiet}>{say('practice.more')}</p>
      <div class={styles.targets}>
        {targetNames.map((name) => (
          <Button key={name} onPress={() => begin(name)}>
            {say(`practice.${name}`)}
          </Button>
        ))}
      </div>
    </details>
  );
}

/** What is looked for, over the picture, until the learner has it. */
export function PracticeTask({ practice }: PracticeProps): VNode | null {
  const target = practice.target.value;
  if (target === null || practice.result.value !== null) return null;
  return (
    <section class={styles.task} aria-label={say('practice.find')}>
      <p class={styles.sentence}>
        {say(practice.isJudging.value ? 'practice.judging' : `practice.${target}`)}
      </p>
      <div class={styles.row}>
        <Button
          kind="primary"
          icon={Flag}
          isDisabled={practice.isJudging.value}
          onPress={() => practice.claim()}
        >
          {say('practice.have-it')}
        </Button>
        <Button icon={X} label={say('practice.stop')} onPress={() => practice.leave()} />
      </div>
    </section>
  );
}

/** What matched and what did not, each with what was measured. */
export function PracticeOutcome({ practice }: PracticeProps): VNode | null {
  const [target, result] = [practice.target.value, practice.result.value];
  if (target === null || result === null) return null;
  return (
    <section class={card.card} aria-labelledby="outcome" aria-live="polite">
      <h2 id="outcome">{say(result.isSolved ? 'practice.solved' : 'practice.missed')}</h2>
      <p>
        {say(`practice.${target}`)}. {say('practice.took', { time: durationWords(result.tookMs) })}
      </p>
      <ul class={styles.criteria}>
        {result.criteria.map((criterion) => (
          <CriterionRow key={criterion.name} criterion={criterion} />
        ))}
      </ul>
      <div class={card.row}>
        <Button kind="primary" icon={UserRoundPlus} onPress={() => practice.begin(target, anotherPatient())}>
          {say('practice.again')}
        </Button>
        <Button onPress={() => practice.leave()}>{say('practice.stop')}</Button>
      </div>
    </section>
  );
}

function CriterionRow({ criterion }: { readonly criterion: Criterion }): VNode {
  const { isMet, name } = criterion;
  return (
    <li class={`${styles.criterion} ${isMet ? styles.met : styles.missed}`}>
      <Icon node={isMet ? CircleCheck : CircleX} size={20} />
      <span class={styles.name}>
        <span class="visually-hidden">{say(isMet ? 'practice.met' : 'practice.not-met')}: </span>
        {say(`practice.${name}`)}
      </span>
      <span class={styles.value}>{criterionWords(criterion)}</span>
    </li>
  );
}
