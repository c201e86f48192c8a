import { type Signal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { AxisWork } from '../components/axis-work.ts';
import { drawAnatomy } from '../components/draw-anatomy.ts';
import { drawEvidence } from '../components/draw-evidence.ts';
import type { OutlineLook } from '../components/outline-look.ts';
import type { DrawOverlay } from '../components/picture-stage.tsx';
import { idleTool, type StageWork } from '../components/stage-work.ts';
import type { Finding } from '../findings/finding.ts';
import { FindingsModel } from '../findings-model.ts';
import { startCropWorker } from '../frame/crop-link.ts';
import type { Examination } from '../history/examination.ts';
import { shownOutlines } from '../outline-edits.ts';
import { Screener } from '../screener.ts';
import { useServices } from '../services.ts';
import { screeningModels } from '../settings.ts';

/** Everything that the screen of findings works with, for one record. */
export interface Findings {
  readonly model: FindingsModel;
  /** The finding that is open in the list, whose glow lies on the picture. */
  readonly open: Signal<Finding | null>;
  readonly axis: AxisWork;
}

/** Makes what the screen works with, once for each record, and begins to read. */
export function useFindings(examination: Examination, bitmap: ImageBitmap): Findings {
  const { records, inference } = useServices();
  const models = screeningModels.value;
  const { findings, screener } = useMemo(() => {
    const screener = new Screener({ inference, startCropWorker });
    const model = new FindingsModel({ examination, bitmap }, { records, inference, screener, models });
    const open = signal<Finding | null>(null);
    const { analysis } = examination;
    const axis = new AxisWork(model.marks, {
      size: analysis,
      sector: analysis.outcome.sector ?? {},
      under: underMarks(model, open),
    });
    return { findings: { model, open, axis }, screener };
  }, [examination, bitmap, records, inference, models]);
  useEffect(() => {
    void findings.model.read();
    return () => {
      findings.model.end();
      screener.end();
    };
  }, [findings, screener]);
  return findings;
}

/** What the stage does: nothing to a picture that is refused. */
export function workOf({ model, axis }: Findings): StageWork {
  const { name } = model.phase.value;
  if (name !== 'refused' && name !== 'age' && name !== 'opening') return axis;
  return { tool: idleTool, draw: () => undefined, task: () => '' };
}

const capsuleLook: OutlineLook = {
  styles: { capsule: 'line', cortex: 'off', medulla: 'off', 'central-echo-complex': 'off' },
  strength: 0.8,
};

/** The glow of the finding that is open, and the outline that says what of it lies inside the kidney. */
function underMarks({ phase, isReading, record }: FindingsModel, open: Signal<Finding | null>): DrawOverlay {
  const { analysis } = record.examination;
  const capsule = shownOutlines(record.examination).filter(({ structure }) => structure === 'capsule');
  return (context) => {
    const now = phase.value;
    const finding = open.value;
    if (finding === null || now.name !== 'read' || isReading.value) return;
    const { evidence } = now.screened;
    const { sector } = analysis.outcome;
    if (evidence && sector) drawEvidence(context, evidence, { finding, outline: sector.outline });
    drawAnatomy(context, capsule, { width: analysis.width, look: capsuleLook });
  };
}
