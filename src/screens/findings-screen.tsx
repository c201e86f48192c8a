import { Check } from 'lucide';
import type { VNode } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { CropCard } from '../components/crop-card.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PictureStage } from '../components/picture-stage.tsx';
import screen from '../components/screen.module.css';
import { StageControl } from '../components/stage-control.ts';
import { StageZoom } from '../components/stage-zoom.tsx';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { findingsWords } from '../i18n/en-findings.ts';
import { measuring } from '../i18n/en-measuring.ts';
import { say } from '../i18n/say.ts';
import { go, hashOf } from '../route.ts';
import { screeningModels } from '../settings.ts';
import { FindingsPhaseView } from './findings-phase.tsx';
import styles from './measure-screen.module.css';
import { RecordPlace } from './record-place.tsx';
import { useFindings, workOf } from './use-findings.ts';

addMessages(findingsWords);
// The field for the age says its range in these.
addMessages(measuring);

/** Where a record's picture is read for findings, inside the square round the kidney. */
export function FindingsScreen({ id }: { readonly id: string }): VNode {
  return (
    <RecordPlace id={id}>
      {({ examination, bitmap }) => <RecordFindings examination={examination} bitmap={bitmap} key={id} />}
    </RecordPlace>
  );
}

interface RecordFindingsProps {
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
}

function RecordFindings({ examination, bitmap }: RecordFindingsProps): VNode {
  const { analysis, id } = examination;
  const findings = useFindings(examination, bitmap);
  const { model, axis } = findings;
  const control = useMemo(() => new StageControl(analysis), [analysis]);
  const { tool, draw, task, onKey } = workOf(findings);
  const taskId = useId();
  const phase = model.phase.value;
  const isMarked = phase.name !== 'refused' && phase.name !== 'age' && phase.name !== 'opening';
  return (
    <div class={`${screen.screen} ${styles.screen}`}>
      <header class={styles.header}>
        <h1 class={styles.title} tabIndex={-1}>
          {say('findings.title')}
        </h1>
        <Button icon={Check} onPress={() => go({ place: 'examination', id })}>
          {say('findings.done')}
        </Button>
      </header>
      <div class={styles.view}>
        <PictureStage
          class={styles.stage ?? ''}
          control={control}
          bitmap={bitmap}
          label={say('findings.stage', { task: task() })}
          describedBy={taskId}
          tool={tool}
          draw={draw}
          {...(onKey && { onKey })}
        />
        <div class={styles.under}>
          <p id={taskId} class={styles.task} role="status">
            {task()}
          </p>
          <StageZoom control={control} isBeside={true} />
        </div>
      </div>
      <div class={styles.side}>
        <FindingsPhaseView findings={findings} />
        {model.functionFailure.value && (
          <FailureNotice failure={model.functionFailure.value}>
            <p>{say('findings.function-failed', { model: screeningModels.value.function })}</p>
          </FailureNotice>
        )}
        {model.unkept.value && <FailureNotice failure={model.unkept.value} />}
        {isMarked && (
          <CropCard
            marks={model.marks}
            screened={'screened' in phase ? phase.screened : null}
            onMiddle={() => axis.layInMiddle()}
          />
        )}
        <p class={card.small}>
          {say('findings.purpose')}{' '}
          <a href={hashOf({ place: 'model', name: screeningModels.value.findings })}>
            {say('findings.card')}
          </a>
        </p>
      </div>
    </div>
  );
}
