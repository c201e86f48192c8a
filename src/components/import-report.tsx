import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../annotation/problem.ts';
import { sayProblem } from '../annotation/say-problem.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { AnnotationImporter, Importing } from '../labelling/annotation-importer.ts';
import styles from './annotate.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { Switch } from './switch.tsx';

/** Problems named one by one; the first few say what is wrong with the file. */
const mostNamed = 50;

/** What becomes of an annotation file: its problems by row and reason, and the question whether to load the rest. */
export function ImportReport({
  importer,
  project,
}: {
  readonly importer: AnnotationImporter;
  readonly project: string;
}): VNode | null {
  const importing = importer.importing.value;
  if (importing === null || importing.project !== project) return null;
  const close = <Button onPress={() => importer.dismiss()}>{say('annotate.close')}</Button>;
  return (
    <section class={card.card} role="status">
      {(importing.name === 'reading' || importing.name === 'writing') && (
        <p>{say(`annotate.import.${importing.name}`)}</p>
      )}
      {importing.name === 'failed' && <FailureNotice failure={importing.failure}>{close}</FailureNotice>}
      {importing.name === 'done' && (
        <div class={styles.running}>
          <p>{sayCount('annotate.import.done', importing.count)}</p>
          {close}
        </div>
      )}
      {importing.name === 'asking' && <Question asked={importing} importer={importer} />}
    </section>
  );
}

interface QuestionProps {
  readonly asked: Extract<Importing, { name: 'asking' }>;
  readonly importer: AnnotationImporter;
}

function Question({ asked, importer }: QuestionProps): VNode {
  const [withTaken, setWithTaken] = useState(false);
  const { free, taken } = asked.match;
  const count = free.length + (withTaken ? taken.length : 0);
  const isNothing = free.length + taken.length === 0;
  return (
    <>
      <Problems problems={asked.problems} />
      <p>{isNothing ? say('annotate.import.nothing') : sayCount('annotate.import.fits', free.length)}</p>
      {taken.length > 0 && (
        <>
          <p>{sayCount('annotate.import.taken', taken.length)}</p>
          <Switch
            label={sayCount('annotate.import.replace', taken.length)}
            isOn={withTaken}
            onChange={setWithTaken}
          />
        </>
      )}
      <div class={card.row}>
        {!isNothing && (
          <Button isDisabled={count === 0} onPress={() => void importer.agree(withTaken)}>
            {say('annotate.import.load')}
          </Button>
        )}
        <Button onPress={() => importer.dismiss()}>{say('annotate.import.cancel')}</Button>
      </div>
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }): VNode | null {
  if (problems.length === 0) return null;
  const rest = problems.length - mostNamed;
  return (
    <div>
      <h2>{sayCount('annotate.import.problems', problems.length)}</h2>
      <ul class={styles.problems}>
        {problems.slice(0, mostNamed).map((problem, index) => (
          <li key={index}>
            {sayProblem(problem)} <span class={card.small}>({say(`annotation.${problem.effect}`)})</span>
          </li>
        ))}
        {rest > 0 && <li>{sayCount('annotate.more', rest)}</li>}
      </ul>
    </div>
  );
}
