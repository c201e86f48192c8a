import { FilePlus2, X } from 'lucide';
import type { VNode } from 'preact';
import type { AgreementModel } from '../agreement/agreement-model.ts';
import { isBusy, type Place, type ReaderFiles } from '../agreement/agreement-phase.ts';
import { sayProblem } from '../annotation/say-problem.ts';
import { say, sayCount } from '../i18n/say.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FileButton } from './file-button.tsx';
import styles from './reader-choice.module.css';

interface ReaderChoiceProps {
  readonly model: AgreementModel;
  readonly place: Place;
  /** What stands there while nothing is chosen. */
  readonly hint: string;
}

/** The files of one reader, what was read of them and what is wrong with them. */
export function ReaderChoice({ model, place, hint }: ReaderChoiceProps): VNode {
  const read = model[place].value;
  const isDisabled = isBusy(model.phase.value);
  return (
    <>
      {read === null ? (
        <p class={card.quiet}>{hint}</p>
      ) : (
        <p class={styles.read}>
          <strong>{read.name}</strong>
          <span class={card.quiet}>
            {sayCount('agreement.pictures.count', read.annotations.pictures.length)}
          </span>
        </p>
      )}
      {read !== null && read.problems.length > 0 && <Problems model={model} place={place} read={read} />}
      <div class={card.row}>
        <FileButton
          icon={FilePlus2}
          text={say(read === null ? 'agreement.choose' : 'agreement.choose.other')}
          accept=".csv,.json,.png,.dcm,application/json,text/csv,image/png,application/dicom"
          isMany
          isDisabled={isDisabled}
          onFiles={(files) => void model.readFiles(place, files)}
        />
        {read !== null && (
          <Button icon={X} isDisabled={isDisabled} onPress={() => void model.forget(place)}>
            {say('agreement.take-out')}
          </Button>
        )}
      </div>
    </>
  );
}

/** A file of a thousand broken rows must not bury the next step. */
const shown = 20;

function Problems({
  model,
  place,
  read: { problems, isAccepted, annotations },
}: {
  readonly model: AgreementModel;
  readonly place: Place;
  readonly read: ReaderFiles;
}): VNode {
  const leftOut = problems.filter(({ effect }) => effect === 'left-out').length;
  const summary = isAccepted
    ? sayCount('agreement.problems', problems.length)
    : sayCount('annotation.ask', leftOut);
  return (
    <div class={isAccepted ? undefined : styles.ask} role={isAccepted ? undefined : 'alert'}>
      <details open={!isAccepted}>
        <summary class={styles.summary}>{summary}</summary>
        <ul class={styles.problems}>
          {problems.slice(0, shown).map((problem, i) => (
            <li key={`${i} ${problem.code}`}>
              {sayProblem(problem)} ({say(`annotation.${problem.effect}`)})
            </li>
          ))}
          {problems.length > shown && (
            <li>{say('agreement.problems.more', { count: problems.length - shown })}</li>
          )}
        </ul>
      </details>
      {!isAccepted && annotations.pictures.length > 0 && (
        <Button onPress={() => model.accept(place)}>{say('agreement.rest')}</Button>
      )}
    </div>
  );
}
