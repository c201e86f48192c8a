import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import card from '../components/card.module.css';
import { Choice } from '../components/choice.tsx';
import { looksOf } from '../components/layer-looks.ts';
import { LayerPanels } from '../components/layer-panels.tsx';
import { LayerTable } from '../components/layer-table.tsx';
import { Slider } from '../components/slider.tsx';
import { say } from '../i18n/say.ts';
import { tissueLayers } from '../tissue/layer-map.ts';
import { isMostlyBackground } from '../tissue/picture-layers.ts';
import type { ReadPicture, TissueModel } from './tissue-model.ts';
import styles from './tissue-result.module.css';
import { TissueTruth } from './tissue-truth.tsx';
import { useTissueModels } from './use-tissue-models.ts';

interface TissueResultProps {
  readonly shown: ReadPicture;
  readonly model: TissueModel;
}

/** A picture and its layers, with the truth and the difference where one is known. */
export function TissueResult({ shown, model }: TissueResultProps): VNode | null {
  const { picture, size, layers, timing } = shown;
  const looks = useMemo(() => looksOf(tissueLayers), []);
  const under = useMemo(() => ({ picture: picture.bitmap, size }), [picture, size]);
  const view = layers[model.view.value] === null ? otherView(model) : model.view.value;
  const said = layers[view];
  const truth = model.truth.value?.[view] ?? null;
  if (said === null) return null;
  return (
    <>
      <p class={card.quiet}>{picture.name}</p>
      {isMostlyBackground(layers) && (
        <p class={styles.doubt} role="status">
          {say('tissue.background')}
        </p>
      )}
      <div class={styles.result}>
        <div class={styles.panels}>
          <LayerPanels
            under={under}
            said={said.map}
            truth={truth}
            looks={looks}
            opacity={model.opacity.value / 100}
          >
            <ViewChoice shown={shown} model={model} />
          </LayerPanels>
          <p class={card.small}>
            {say('tissue.time', { total: Math.round(timing.total), model: Math.round(timing.model) })}{' '}
            {say('tissue.panel.hint')}
          </p>
        </div>
        <div class={styles.side}>
          <OpacitySlider model={model} />
          <LayerTable said={said.map} truth={truth} looks={looks} confidences={said.confidences} />
          <TissueTruth shown={shown} model={model} />
          <ModelChoice model={model} />
        </div>
      </div>
    </>
  );
}

function otherView(model: TissueModel): 'several' | 'fascia' {
  return model.view.value === 'several' ? 'fascia' : 'several';
}

function ViewChoice({ shown, model }: TissueResultProps): VNode | null {
  if (shown.layers.several === null || shown.layers.fascia === null) return null;
  return (
    <Choice
      title={say('tissue.view')}
      value={model.view.value}
      options={[
        { value: 'several', text: say('tissue.view.several') },
        { value: 'fascia', text: say('tissue.view.fascia') },
      ]}
      onChoose={(view) => {
        model.view.value = view;
      }}
    />
  );
}

function OpacitySlider({ model }: { readonly model: TissueModel }): VNode {
  return (
    <Slider
      label={say('tissue.opacity')}
      value={model.opacity.value}
      home={45}
      range={{ min: 0, max: 100, step: 5 }}
      format={(value) => say('tissue.percent', { value })}
      onChange={(value) => {
        model.opacity.value = value;
      }}
    />
  );
}

/** Only where there is a choice. */
function ModelChoice({ model }: { readonly model: TissueModel }): VNode | null {
  const models = useTissueModels(say('tissue.title'));
  if (models.length < 2) return null;
  return (
    <Choice
      title={say('tissue.model')}
      isTitleShown
      value={model.chosen.value}
      options={models}
      onChoose={(name) => void model.choose(name)}
    />
  );
}
