import type { VNode } from 'preact';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { LabBack } from '../components/lab-back.tsx';
import { LearningPlayer } from '../components/learning-player.tsx';
import screen from '../components/screen.module.css';
import { Failure } from '../failure.ts';
import { addMessages } from '../i18n/en.ts';
import { tissue } from '../i18n/en-tissue.ts';
import { say } from '../i18n/say.ts';
import { shippedTissue } from './tissue-model.ts';
import { useLearning } from './use-learning.ts';

addMessages(tissue);

/** What the shipped tissue model saw in one picture, from the first steps of its training to the last. */
export function LearningScreen(): VNode {
  const opened = useLearning(shippedTissue);
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <LabBack />
      <h1 tabIndex={-1}>{say('learning.title')}</h1>
      <p class={card.quiet}>{say('learning.about')}</p>
      {opened === null && (
        <p class={screen.center} role="status">
          {say('learning.loading')}
        </p>
      )}
      {opened instanceof Failure && <FailureNotice failure={opened} />}
      {opened !== null && !(opened instanceof Failure) && <LearningPlayer {...opened} />}
      <p class={card.small}>{say('learning.more')}</p>
    </div>
  );
}
