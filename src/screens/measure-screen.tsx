import { Box, Check, Contrast, List, PencilRuler, Ruler, Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PictureStage } from '../components/picture-stage.tsx';
import screen from '../components/screen.module.css';
import { StageControl } from '../components/stage-control.ts';
import { StageZoom } from '../components/stage-zoom.tsx';
import { ToolButton, ToolRow } from '../components/tool-button.tsx';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { measure } from '../i18n/en-measure.ts';
import { measuring } from '../i18n/en-measuring.ts';
import { say } from '../i18n/say.ts';
import type { MeasureModel } from '../measure-model.ts';
import { go } from '../route.ts';
import { CaliperPanel } from './measure-calipers.tsx';
import { EchoPanel } from './measure-echo.tsx';
import { ListPanel } from './measure-list.tsx';
import { ScalePanel } from './measure-scale.tsx';
import styles from './measure-screen.module.css';
import { VolumePanel } from './measure-volume.tsx';
import { RecordPlace } from './record-place.tsx';
import { type MeasureTool, type Measuring, useMeasuring } from './use-measuring.ts';

addMessages(measure);
addMessages(measuring);

/** Where a record is measured by hand: scale, calipers, brightness, and the volume from two views. */
export function MeasureScreen({ id }: { readonly id: string }): VNode {
  return (
    <RecordPlace id={id}>
      {({ examination, bitmap }) => <RecordMeasuring examination={examination} bitmap={bitmap} key={id} />}
    </RecordPlace>
  );
}

interface RecordMeasuringProps {
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
}

function RecordMeasuring({ examination, bitmap }: RecordMeasuringProps): VNode {
  const { analysis, id } = examination;
  const measuring = useMeasuring(examination, bitmap);
  const control = useMemo(() => new StageControl(analysis), [analysis]);
  const [tool, setTool] = useState<MeasureTool>(() => firstTool(measuring.model));
  const { draw, onKey, tool: onStage } = measuring.works[tool];
  const choose = (chosen: MeasureTool): void => {
    // A first mark without a second would wait unseen, and a traced line may not be what it was.
    measuring.works.caliper.placer.first.value = null;
    measuring.works.scale.placer.first.value = null;
    measuring.traced.value = null;
    setTool(chosen);
  };
  const task = useId();
  return (
    <div class={`${screen.screen} ${styles.screen}`}>
      <Header model={measuring.model} id={id} hasOtherGoal={tool === 'scale'} />
      <div class={styles.view}>
        <PictureStage
          class={styles.stage ?? ''}
          control={control}
          bitmap={bitmap}
          label={say('measuring.stage', { task: say(`measuring.tool.${tool}`) })}
          describedBy={task}
          tool={onStage}
          draw={draw}
          {...(onKey && { onKey })}
        />
        <div class={styles.under}>
          <p id={task} class={styles.task} role="status">
            {measuring.works[tool].task()}
          </p>
          <StageZoom control={control} isBeside={true} />
        </div>
      </div>
      <div class={styles.side}>
        <fieldset class={styles.tools}>
          <legend class="visually-hidden">{say('measuring.tools')}</legend>
          <ToolRow>
            {tools.map(([name, icon]) => (
              <ToolButton
                key={name}
                icon={icon}
                text={say(`measuring.tool.${name}`)}
                isPressed={tool === name}
                onPress={() => choose(name)}
              />
            ))}
          </ToolRow>
        </fieldset>
        <div class={styles.panel}>
          <Panel tool={tool} measuring={measuring} onTool={choose} />
        </div>
      </div>
    </div>
  );
}

const tools = [
  ['list', List],
  ['scale', Ruler],
  ['caliper', PencilRuler],
  ['echo', Contrast],
  ['volume', Box],
] as const;

/** Without a scale that is the first thing to do. */
function firstTool(model: MeasureModel): MeasureTool {
  return model.measured.peek().scale.unit === 'px' ? 'scale' : 'caliper';
}

interface HeaderProps {
  readonly model: MeasureModel;
  readonly id: string;
  /** Something else is the next thing to press: a screen has one large button. */
  readonly hasOtherGoal: boolean;
}

function Header({ model, id, hasOtherGoal }: HeaderProps): VNode {
  return (
    <header class={styles.header}>
      <h1 class={styles.title} tabIndex={-1}>
        {say('measuring.title')}
      </h1>
      <Button
        icon={Undo2}
        label={say('measuring.undo')}
        isDisabled={!model.canUndo.value}
        onPress={() => model.undo()}
      />
      <Button
        kind={hasOtherGoal ? 'plain' : 'primary'}
        icon={Check}
        onPress={() => go({ place: 'examination', id })}
      >
        {say('measuring.done')}
      </Button>
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
    </header>
  );
}

interface PanelProps {
  readonly tool: MeasureTool;
  readonly measuring: Measuring;
  readonly onTool: (tool: MeasureTool) => void;
}

function Panel({ tool, measuring, onTool }: PanelProps): VNode {
  const { model, works, bitmap } = measuring;
  switch (tool) {
    case 'list':
      return (
        <ListPanel model={model} bitmap={bitmap} traced={measuring.traced} onScale={() => onTool('scale')} />
      );
    case 'scale':
      return (
        <ScalePanel model={model} draft={measuring.draft} work={works.scale} onSet={() => onTool('list')} />
      );
    case 'caliper':
      return <CaliperPanel model={model} work={works.caliper} onScale={() => onTool('scale')} />;
    case 'echo':
      return <EchoPanel model={model} work={works.echo} bitmap={bitmap} />;
    case 'volume':
      return <VolumePanel model={model} />;
  }
}
