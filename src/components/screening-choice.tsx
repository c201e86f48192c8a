import { FolderOpen, ImagePlus, RotateCcw, Square, Table } from 'lucide';
import type { VNode } from 'preact';
import { pickFiles } from '../frame/picked-file.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { ScreeningModel } from '../screening/screening-model.ts';
import steps from './agreement-steps.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { FileButton } from './file-button.tsx';
import { Switch } from './switch.tsx';
import { TruthProblems } from './truth-problems.tsx';

interface ScreeningChoiceProps {
  readonly model: ScreeningModel;
}

/** Which pictures, what they show, and the button that starts it. */
export function ScreeningChoice({ model }: ScreeningChoiceProps): VNode {
  const failure = model.failure.value;
  const isBusy = model.phase.value.name !== 'choosing';
  return (
    <>
      <section class={card.card}>
        <h2>{say('screening.choose')}</h2>
        <p class={card.quiet}>{say('screening.choose.hint')}</p>
        <Buttons model={model} isBusy={isBusy} />
        <Chosen model={model} />
        <Switch
          label={say('screening.faults')}
          note={say('screening.faults.note')}
          isOn={model.withFaults.value}
          isDisabled={isBusy}
          onChange={(isOn) => {
            model.withFaults.value = isOn;
          }}
        />
      </section>
      <TruthProblems problems={model.problems.value} />
      {failure && <FailureNotice failure={failure} />}
      <Start model={model} />
      <details class={card.card}>
        <summary class={card.summary}>{say('screening.table.how')}</summary>
        <pre class={card.pre}>{say('screening.table.example')}</pre>
        <p>{say('screening.table.rules')}</p>
        <p>{say('screening.folders')}</p>
      </details>
    </>
  );
}

function Buttons({ model, isBusy }: ScreeningChoiceProps & { readonly isBusy: boolean }): VNode {
  const shared = {
    isDisabled: isBusy,
    onFiles: (files: File[]) => void model.choose(pickFiles(files)),
  };
  return (
    <div class={card.row}>
      <FileButton {...shared} icon={FolderOpen} text={say('screening.folder')} accept="" isFolder />
      <FileButton
        {...shared}
        icon={ImagePlus}
        text={say('screening.pictures')}
        accept="image/*,.dcm,.dicom,.ima,.zip,application/dicom,application/zip"
        isMany
      />
      <FileButton {...shared} icon={Table} text={say('screening.table')} accept=".csv,.tsv,text/csv" />
      {model.pictures.value.size > 0 && (
        <Button icon={RotateCcw} isDisabled={isBusy} onPress={() => model.clear()}>
          {say('screening.clear')}
        </Button>
      )}
    </div>
  );
}

function Chosen({ model }: ScreeningChoiceProps): VNode | null {
  const [count, known] = [model.pictures.value.size, model.known.value.length];
  const table = model.table.value;
  if (count === 0 && table === null) return null;
  return (
    <div role="status">
      <p>
        {sayCount('screening.count', count)}, {sayCount('screening.known', known)}.
      </p>
      {table && <p class={card.small}>{say('screening.table.chosen', { name: table.name })}</p>}
      {count > 0 && model.unmatched.value > 0 && (
        <p class={card.small}>{sayCount('screening.unmatched', model.unmatched.value)}</p>
      )}
    </div>
  );
}

function Start({ model }: ScreeningChoiceProps): VNode {
  const phase = model.phase.value;
  if (phase.name === 'choosing' || phase.name === 'evaluated') {
    const isReady = model.known.value.length > 0;
    return (
      <div class={steps.start}>
        <Button kind="primary" isDisabled={!isReady} onPress={() => void model.evaluate()}>
          {say('screening.start')}
        </Button>
        {!isReady && <p class={card.quiet}>{say('screening.start.none')}</p>}
      </div>
    );
  }
  const isReading = phase.name === 'reading';
  return (
    <div class={steps.start}>
      <p role="status">
        {isReading
          ? say('screening.reading', { number: phase.done + 1, total: phase.total })
          : say('screening.opening')}
      </p>
      {isReading && (
        <progress
          class={steps.progress}
          aria-label={say('screening.title')}
          value={phase.done}
          max={phase.total}
        />
      )}
      <Button icon={Square} onPress={() => model.change()}>
        {say('screening.stop')}
      </Button>
    </div>
  );
}
