import { Eraser, type IconNode, Move, PencilLine, Redo2, Spline, Trash2, Undo2, Waves } from 'lucide';
import type { VNode } from 'preact';
import { smoothPolygon } from '../contour/smooth-polygon.ts';
import type { ContourModel, ContourTool } from '../contour-model.ts';
import { say } from '../i18n/say.ts';
import styles from './contour-editor.module.css';
import { SliderRow } from './slider.tsx';
import { ToolButton, ToolRow } from './tool-button.tsx';

const tools: readonly { readonly tool: ContourTool; readonly icon: IconNode }[] = [
  { tool: 'move', icon: Spline },
  { tool: 'push', icon: Move },
  { tool: 'erase', icon: Eraser },
  { tool: 'draw', icon: PencilLine },
];
/** Radius of the brush on the screen, CSS pixels. */
const sizes = { min: 6, max: 80, step: 2 };
const firstSize = 24;

/** The editor's tools, a line on how the chosen one is used, and what can be done with what was made. */
export function ContourToolbar({ model }: { readonly model: ContourModel }): VNode {
  return (
    <div class={styles.tools}>
      <fieldset class={styles.group}>
        <legend class="visually-hidden">{say('contour.tools')}</legend>
        <ToolRow>
          {tools.map(({ tool, icon }) => (
            <ToolButton
              key={tool}
              icon={icon}
              text={say(`contour.tool.${tool}`)}
              isPressed={model.tool.value === tool}
              onPress={() => model.choose(tool)}
            />
          ))}
        </ToolRow>
      </fieldset>
      <Hint model={model} />
      <Actions model={model} />
    </div>
  );
}

/** Its height is that of the slider, so that nothing below jumps. */
function Hint({ model }: { readonly model: ContourModel }): VNode {
  const tool = model.tool.value;
  if (tool === 'push' || tool === 'erase') {
    return (
      <div class={styles.hint}>
        <p>{say(`contour.brush.${tool}`)}</p>
        <SliderRow
          label={say('contour.brush.size')}
          longLabel={say('contour.brush.size')}
          value={model.brushSize.value}
          home={firstSize}
          range={sizes}
          format={(size) => say('contour.brush.value', { size })}
          onChange={(size) => {
            model.brushSize.value = size;
          }}
        />
      </div>
    );
  }
  const isOpen = model.line.value.length > 0;
  const isEmpty = model.kept.value.length === 0;
  const move = isEmpty ? 'contour.hint.move.empty' : 'contour.hint.move';
  const draw = isOpen ? 'contour.hint.draw.open' : 'contour.hint.draw';
  return (
    <div class={styles.hint}>
      <p>{say(tool === 'move' ? move : draw)}</p>
    </div>
  );
}

function Actions({ model }: { readonly model: ContourModel }): VNode {
  const selection = model.selection.value;
  const region = model.kept.value;
  return (
    <ToolRow>
      <ToolButton
        icon={Undo2}
        text={say('contour.undo')}
        isDisabled={!model.canUndo.value}
        onPress={() => model.undo()}
      />
      <ToolButton
        icon={Redo2}
        text={say('contour.redo')}
        isDisabled={!model.canRedo.value}
        onPress={() => model.redo()}
      />
      <ToolButton
        icon={Waves}
        text={say('contour.smooth')}
        isDisabled={region.length === 0}
        onPress={() => model.replace(model.label.value, region.flatMap(smoothPolygon))}
      />
      <ToolButton
        icon={Trash2}
        text={say(selection?.point ? 'contour.delete.point' : 'contour.delete.contour')}
        isDisabled={selection === null}
        onPress={() => model.deleteSelected()}
      />
    </ToolRow>
  );
}
