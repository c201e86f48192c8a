import { Check, GitCompareArrows, RotateCcw } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Structure } from '../analysis.ts';
import { Button } from '../components/button.tsx';
import { ContourEditor, type ContourLabel } from '../components/contour-editor.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import screen from '../components/screen.module.css';
import { structureStyles } from '../components/structure-style.ts';
import { nestContours } from '../contour/nest-contours.ts';
import type { ContourModel } from '../contour-model.ts';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { outline } from '../i18n/en-outline.ts';
import { say } from '../i18n/say.ts';
import { modelOutlines, structures } from '../outline-edits.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { modelOutlineShown } from '../settings.ts';
import styles from './outline-screen.module.css';
import { RecordPlace } from './record-place.tsx';
import { type Saving, useOutlineEdits } from './use-outline-edits.ts';

addMessages(outline);

const labels: readonly ContourLabel[] = structures.map((structure) => ({
  value: structure,
  text: say(`outline.short.${structure}`),
  style: structureStyles[structure],
}));

/** A record's outlines, corrected or drawn by hand; every stroke is kept when it ends. */
export function OutlineScreen({ id }: { readonly id: string }): VNode {
  return (
    <RecordPlace id={id}>
      {({ examination, bitmap }) => <OutlineEditor examination={examination} bitmap={bitmap} />}
    </RecordPlace>
  );
}

interface OutlineEditorProps {
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
}

function OutlineEditor({ examination, bitmap }: OutlineEditorProps): VNode {
  const { records } = useServices();
  const { model, saving, finish } = useOutlineEdits(records, examination);
  // A line of points that was left open is closed and kept, too.
  useEffect(() => () => model.closeLine(), [model]);
  const leave = async (): Promise<void> => {
    await finish();
    if (saving.peek().name !== 'failed') go({ place: 'examination', id: examination.id });
  };
  const { width, height } = examination.analysis;
  const size = useMemo(() => ({ width, height }), [width, height]);
  const isModelShown = modelOutlineShown.value === 'on';
  const references = useMemo(
    () => (isModelShown ? referencesOf(examination) : []),
    [examination, isModelShown],
  );
  return (
    <div class={`${screen.screen} ${styles.outline}`}>
      <header class={styles.header}>
        <h1 tabIndex={-1}>{say('outline.title')}</h1>
        <SavingWords saving={saving.value} />
        <Button kind="primary" icon={Check} onPress={() => void leave()}>
          {say('outline.done')}
        </Button>
      </header>
      {saving.value.name === 'failed' && <FailureNotice failure={saving.value.failure} />}
      <ContourEditor
        model={model}
        bitmap={bitmap}
        size={size}
        name={say('outline.picture')}
        labels={labels}
        references={references}
      />
      {modelOutlines(examination).length > 0 && <ModelActions examination={examination} model={model} />}
    </div>
  );
}

function SavingWords({ saving }: { readonly saving: Saving }): VNode {
  return (
    <p class={styles.saving} role="status">
      {saving.name === 'failed' ? '' : say(`outline.${saving.name}`)}
    </p>
  );
}

interface ModelActionsProps {
  readonly examination: Examination;
  readonly model: ContourModel;
}

/** The model's contours beside one's own, and the way back to them. */
function ModelActions({ examination, model }: ModelActionsProps): VNode {
  const structure = structures.find((one) => one === model.label.value) ?? 'capsule';
  const polygons = polygonsByModel(examination, structure);
  const isEdited = JSON.stringify(polygons) !== JSON.stringify(model.kept.value);
  const isShown = modelOutlineShown.value === 'on';
  return (
    <div class={styles.actions}>
      <Button
        icon={GitCompareArrows}
        isPressed={isShown}
        onPress={() => {
          modelOutlineShown.value = isShown ? 'off' : 'on';
        }}
      >
        {say('outline.model')}
      </Button>
      <Button icon={RotateCcw} isDisabled={!isEdited} onPress={() => model.replace(structure, polygons)}>
        {say('outline.revert')}
      </Button>
    </div>
  );
}

function polygonsByModel(examination: Examination, structure: Structure) {
  const outlined = modelOutlines(examination).find((one) => one.structure === structure);
  return nestContours(outlined?.contours ?? []);
}

function referencesOf(examination: Examination) {
  return structures.flatMap((label) =>
    polygonsByModel(examination, label).map((polygon) => ({ label, polygon })),
  );
}
