import { type Signal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { CaliperWork } from '../components/caliper-work.ts';
import { drawLabel, drawTrace, labelPlace } from '../components/draw-marks.ts';
import { EchoWork } from '../components/echo-work.ts';
import { ScaleWork } from '../components/scale-work.ts';
import { idleTool, type StageWork } from '../components/stage-work.ts';
import type { Traced } from '../components/trace-overlay.tsx';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { readGrey } from '../frame/read-grey.ts';
import type { Examination } from '../history/examination.ts';
import { say } from '../i18n/say.ts';
import { outlinesInUse } from '../measure/outlines-in-use.ts';
import { MeasureModel } from '../measure-model.ts';
import { ScaleDraft } from '../scale-draft.ts';
import { useServices } from '../services.ts';

/** What can be done on the measuring screen. */
export type MeasureTool = 'list' | 'scale' | 'caliper' | 'echo' | 'volume';

/** Everything that the measuring screen works with, for one record. */
export interface Measuring {
  readonly model: MeasureModel;
  readonly draft: ScaleDraft;
  readonly bitmap: ImageBitmap;
  /** The number whose line is shown in the list. */
  readonly traced: Signal<Traced | null>;
  readonly works: {
    readonly list: StageWork;
    readonly scale: ScaleWork;
    readonly caliper: CaliperWork;
    readonly echo: EchoWork;
    readonly volume: StageWork;
  };
}

/** Makes what the measuring screen works with, once for each record. */
export function useMeasuring(examination: Examination, bitmap: ImageBitmap): Measuring {
  const { records } = useServices();
  return useMemo(() => {
    const model = new MeasureModel(examination, { width: bitmap.width, height: bitmap.height }, records);
    const draft = makeDraft(examination, bitmap);
    const traced = signal<Traced | null>(null);
    const caliper = new CaliperWork(model);
    const shown = showing(traced, caliper);
    return {
      model,
      draft,
      bitmap,
      traced,
      works: {
        list: { ...shown, task: () => say('measured.tap') },
        scale: new ScaleWork(draft, examination.analysis),
        caliper,
        echo: new EchoWork(model),
        volume: { ...shown, task: () => say('volume.task') },
      },
    };
  }, [examination, bitmap, records]);
}

function makeDraft({ analysis, additions }: Examination, bitmap: ImageBitmap): ScaleDraft {
  const { outcome } = analysis;
  const capsule = outlinesInUse(shownAnatomy(outcome), additions?.outlines)?.capsule.contours[0];
  const picture = {
    analysed: analysis,
    opened: { width: bitmap.width, height: bitmap.height },
    sector: outcome.sector,
    ...(capsule && { capsule }),
  };
  return new ScaleDraft(picture, () => readGrey(bitmap, analysis));
}

/** Shows the line of the number that was tapped; all calipers while none was. */
function showing(traced: Signal<Traced | null>, caliper: StageWork): Omit<StageWork, 'task'> {
  return {
    tool: idleTool,
    draw(context, { scale }) {
      if (traced.value === null) return caliper.draw(context, { scale });
      drawTrace({ context, scale }, traced.value.trace);
      drawLabel({ context, scale }, traced.value.label, labelPlace(traced.value.trace));
    },
  };
}
