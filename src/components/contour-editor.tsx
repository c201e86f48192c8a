import type { VNode } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import type { ContourModel, ContourTool } from '../contour-model.ts';
import { addMessages } from '../i18n/en.ts';
import { contour } from '../i18n/en-contour.ts';
import { say } from '../i18n/say.ts';
import type { Size } from '../pixels/viewport.ts';
import { BrushTool } from './brush-tool.ts';
import { Choice } from './choice.tsx';
import styles from './contour-editor.module.css';
import { contourKey } from './contour-keys.ts';
import { ContourToolbar } from './contour-toolbar.tsx';
import { drawContours, type ReferenceContour } from './draw-contours.ts';
import { DrawTool } from './draw-tool.ts';
import { LineSwatch } from './line-swatch.tsx';
import { MoveTool } from './move-tool.ts';
import { PictureStage, type StageTool } from './picture-stage.tsx';
import { StageControl } from './stage-control.ts';
import { StageZoom } from './stage-zoom.tsx';
import type { LineStyle } from './structure-style.ts';

addMessages(contour);

/** Something that can be outlined. */
export interface ContourLabel {
  /** As in `EditedShape.label`. */
  readonly value: string;
  /** As the user reads it. */
  readonly text: string;
  readonly style: LineStyle;
}

interface ContourEditorProps {
  /** Made by the caller, which hears of changes through its `onChange` and may put other contours in by `replace`. */
  readonly model: ContourModel;
  readonly bitmap: ImageBitmap;
  /** The size of the picture in which the contours are given. */
  readonly size: Size;
  /** Names the picture for screen readers. */
  readonly name: string;
  /** What can be outlined; a choice is shown where there are several. */
  readonly labels: readonly ContourLabel[];
  /** Contours that are shown dashed beside the edited ones and cannot be touched: the model's own. */
  readonly references?: readonly ReferenceContour[];
  /** A key that the editor does not use itself; true when the caller used it. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** A picture with contours that fingers, pens, mice and keys edit: tools below, the structure above. */
export function ContourEditor(props: ContourEditorProps): VNode {
  const { model, bitmap, size, name, labels, references = [], onKey } = props;
  const control = useMemo(() => new StageControl(size), [bitmap, size.width, size.height]);
  const tools = useMemo(() => makeTools(model), [model]);
  const keys = useId();
  return (
    <div class={styles.editor}>
      {labels.length > 1 && <LabelChoice model={model} labels={labels} />}
      <PictureStage
        class={styles.stage ?? ''}
        control={control}
        bitmap={bitmap}
        label={name}
        describedBy={keys}
        tool={tools[model.tool.value]}
        draw={(context, { scale }) =>
          drawContours(context, { model, references, styleOf: (label) => styleOf(labels, label) }, scale)
        }
        onKey={(event) => contourKey(event, model, control) || (onKey?.(event) ?? false)}
      >
        <StageZoom control={control} />
      </PictureStage>
      <p id={keys} class="visually-hidden">
        {say('contour.keys')}
      </p>
      <ContourToolbar model={model} />
    </div>
  );
}

function makeTools(model: ContourModel): Readonly<Record<ContourTool, StageTool>> {
  return {
    move: new MoveTool(model),
    push: new BrushTool(model, 'push'),
    erase: new BrushTool(model, 'erase'),
    draw: new DrawTool(model),
  };
}

function LabelChoice({ model, labels }: Pick<ContourEditorProps, 'model' | 'labels'>): VNode {
  return (
    <Choice
      title={say('contour.label')}
      options={labels.map(({ value, text, style }) => ({
        value,
        text,
        swatch: <LineSwatch style={style} />,
      }))}
      value={model.label.value}
      onChoose={(label) => model.chooseLabel(label)}
    />
  );
}

function styleOf(labels: readonly ContourLabel[], label: string): LineStyle {
  return labels.find(({ value }) => value === label)?.style ?? { colour: '#fff', dash: [] };
}
