import { ArrowLeft, Download, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { deleteEvaluatedSet, keepEvaluatedSet } from '../evaluated-set.ts';
import { formatTime } from '../i18n/format.ts';
import { say, sayCount } from '../i18n/say.ts';
import { screeningCsv } from '../screening/screening-csv.ts';
import type { Evaluated, ScreeningModel } from '../screening/screening-model.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import { FailureNotice, failureWords } from './failure-notice.tsx';
import { findingName } from './finding-words.ts';
import { saveFile } from './save-file.ts';
import { ScreeningCalibration } from './screening-calibration.tsx';
import { ScreeningCounts } from './screening-counts.tsx';
import { ScreeningFigures } from './screening-figures.tsx';
import { showToast } from './toast.tsx';
import { verdictWords } from './verdict-word.tsx';

interface ScreeningResultsProps {
  readonly model: ScreeningModel;
  readonly evaluated: Evaluated;
}

/** What came of a person's own set: one finding at a time, its figures, counts and probabilities. */
export function ScreeningResults({ model, evaluated }: ScreeningResultsProps): VNode {
  const { set } = evaluated;
  const [chosen, setChosen] = useState(0);
  const finding = set.findings[chosen] ?? set.findings[0];
  const failure = model.failure.value;
  return (
    <>
      <section class={card.card}>
        <h2>{say('screening.result', { model: set.model.name, version: set.model.version })}</h2>
        <p>
          {say('screening.result.counts', {
            read: set.read,
            refused: set.refused,
            time: formatTime(set.evaluatedAt),
          })}
        </p>
        {set.read === 0 ? (
          <p>{say('screening.result.none')}</p>
        ) : (
          <p class={card.small}>{say('screening.kept')}</p>
        )}
        <Actions model={model} evaluated={evaluated} />
      </section>
      {failure && <FailureNotice failure={failure} />}
      {set.findings.length > 1 && (
        <Choice
          title={say('screening.finding')}
          options={set.findings.map((one, i) => ({ value: String(i), text: findingName(one.finding) }))}
          value={String(finding ? set.findings.indexOf(finding) : 0)}
          onChoose={(value) => setChosen(Number(value))}
        />
      )}
      {finding && <ScreeningFigures key={finding.finding} evaluated={finding} />}
      {finding && (
        <ScreeningCounts key={`${finding.finding} counts`} finding={finding} read={evaluated.read} />
      )}
      {finding && <ScreeningCalibration judged={finding.judged} />}
      <RefusedList refused={evaluated.refused} />
    </>
  );
}

function Actions({ model, evaluated: { set, read } }: ScreeningResultsProps): VNode {
  const remove = (): void => {
    deleteEvaluatedSet(set.model.name);
    model.change();
    showToast(say('screening.deleted'), {
      text: say('screening.undo'),
      run: () => keepEvaluatedSet(set),
    });
  };
  return (
    <div class={card.row}>
      <Button icon={ArrowLeft} onPress={() => model.change()}>
        {say('screening.again')}
      </Button>
      {read.length > 0 && (
        <Button
          icon={Download}
          onPress={() => saveFile(new Blob([screeningCsv(read)], { type: 'text/csv' }), 'findings.csv')}
        >
          {say('screening.save')}
        </Button>
      )}
      <Button icon={Trash2} kind="danger" onPress={remove}>
        {say('screening.delete')}
      </Button>
    </div>
  );
}

/** So many lines are read; the rest is a number. */
const shown = 50;

function RefusedList({ refused }: Pick<Evaluated, 'refused'>): VNode | null {
  if (refused.length === 0) return null;
  return (
    <details class={card.card}>
      <summary class={card.summary}>{sayCount('screening.refused', refused.length)}</summary>
      <ul class={card.small}>
        {refused.slice(0, shown).map(({ picture, refusal }) => (
          <li key={picture.path}>
            {picture.path}: {refusalWords(refusal)}
          </li>
        ))}
        {refused.length > shown && <li>{say('screening.more', { count: refused.length - shown })}</li>}
      </ul>
    </details>
  );
}

function refusalWords(refusal: Evaluated['refused'][number]['refusal']): string {
  switch (refusal.kind) {
    case 'failed':
      return failureWords(refusal.failure).what;
    case 'unlike':
      return say('screening.refused.unlike');
    case 'faults': {
      const [first, ...others] = refusal.faults;
      const faults = first === undefined ? '' : verdictWords({ kind: 'faults', faults: [first, ...others] });
      return say('refused.faults', { faults });
    }
    default:
      return say(`refused.${refusal.kind}`);
  }
}
