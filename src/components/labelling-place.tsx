import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { addMessages } from '../i18n/en.ts';
import { annotate } from '../i18n/en-annotate.ts';
import { say } from '../i18n/say.ts';
import { type Labelling, openLabelling } from '../labelling/labelling.ts';
import { useServices } from '../services.ts';
import { FailureNotice } from './failure-notice.tsx';
import { LabBack } from './lab-back.tsx';
import screen from './screen.module.css';

addMessages(annotate);

/** Where projects are worked on: words while the store opens, and why it cannot be opened. */
export function LabellingPlace(props: {
  readonly children: (labelling: Labelling) => ComponentChildren;
}): VNode {
  const { inference } = useServices();
  const [labelling, setLabelling] = useState<Labelling | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    openLabelling(inference).then(setLabelling, (thrown: unknown) => setFailure(toFailure(thrown)));
  }, [inference]);
  if (labelling !== null) return <>{props.children(labelling)}</>;
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <LabBack />
      <h1 tabIndex={-1}>{say('annotate.title')}</h1>
      {failure === null ? (
        <p role="status">{say('annotate.opening')}</p>
      ) : (
        <FailureNotice failure={failure} />
      )}
    </div>
  );
}
