import { PackagePlus } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FileButton } from '../components/file-button.tsx';
import { LabBack } from '../components/lab-back.tsx';
import { ModelTile } from '../components/model-tile.tsx';
import screen from '../components/screen.module.css';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import { ModelsModel } from './models-model.ts';

/** The installed models, and the way to bring another. */
export function ModelsScreen(): VNode {
  const { inference } = useServices();
  const model = useMemo(() => new ModelsModel(inference), [inference]);
  useEffect(() => void model.load(), [model]);
  const failure = model.failure.value;
  const installed = model.installed.value;
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <LabBack />
      <h1 tabIndex={-1}>{say('models.title')}</h1>
      <p class={card.quiet}>{say('models.about')}</p>
      {failure && (
        <FailureNotice failure={failure}>
          {failure.detail !== '' && (
            <details>
              <summary>{say('error.details')}</summary>
              <p>{failure.detail}</p>
            </details>
          )}
        </FailureNotice>
      )}
      {installed === null && !failure && <p role="status">{say('models.loading')}</p>}
      {installed?.map((entry) => (
        <ModelTile key={entry.identity.name} entry={entry} model={model} />
      ))}
      {installed !== null && model.isBusy.value && <p role="status">{say('models.busy')}</p>}
      <section class={card.card}>
        <p class={card.quiet}>{say('models.import.more')}</p>
        <div class={card.row}>
          <FileButton
            icon={PackagePlus}
            text={say('models.import')}
            accept=".zip,application/zip"
            isDisabled={model.isBusy.value}
            onFiles={([file]) => {
              if (file) void model.import(file);
            }}
          />
        </div>
      </section>
    </div>
  );
}
