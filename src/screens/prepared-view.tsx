import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Analysis } from '../analysis.ts';
import card from '../components/card.module.css';
import { Choice } from '../components/choice.tsx';
import { looksOf } from '../components/layer-looks.ts';
import { LayerPanels } from '../components/layer-panels.tsx';
import { LayerTable } from '../components/layer-table.tsx';
import { VerdictWord } from '../components/verdict-word.tsx';
import { advise } from '../feedback/advise.ts';
import type { DrawnLayers } from '../frame/simulate-layers.ts';
import { say, sayPhrase } from '../i18n/say.ts';
import { type PreparedEntry, unpackLimb } from '../prepared/prepared-file.ts';
import { kidneyOfAnatomy, kidneyOfRegions, maskOnGrid } from '../tissue/kidney-layers.ts';
import { fitToGrid, kidneyLayers, type LayerMap, type MapGrid, tissueLayers } from '../tissue/layer-map.ts';
import { type LayerView, truthOfRegions } from '../tissue/picture-layers.ts';
import styles from './tissue-result.module.css';

/** How much of the picture the colours hide. */
const opacity = 0.45;

interface PreparedProps<K extends PreparedEntry['kind']> {
  readonly drawn: DrawnLayers;
  readonly entry: Extract<PreparedEntry, { kind: K }>;
}

/** A prepared limb: as the tissue screen shows one. */
export function PreparedLimb({ drawn, entry }: PreparedProps<'limb'>): VNode {
  const view = useSignal<LayerView>('several');
  const layers = useMemo(() => unpackLimb(entry), [entry]);
  const looks = useMemo(() => looksOf(tissueLayers), []);
  const under = useMemo(() => ({ picture: drawn.bitmap, size: entry }), [drawn, entry]);
  const truths = useMemo(() => {
    const grid = layers.several.map;
    return truthOfRegions(fitToGrid(drawn.regions, entry, grid), grid);
  }, [drawn, entry, layers]);
  const said = layers[view.value];
  const truth = truths[view.value];
  return (
    <div class={styles.result}>
      <div class={styles.panels}>
        <LayerPanels under={under} said={said.map} truth={truth} looks={looks} opacity={opacity}>
          <Choice
            title={say('tissue.view')}
            value={view.value}
            options={[
              { value: 'several', text: say('tissue.view.several') },
              { value: 'fascia', text: say('tissue.view.fascia') },
            ]}
            onChoose={(chosen) => {
              view.value = chosen;
            }}
          />
        </LayerPanels>
      </div>
      <div class={styles.side}>
        <LayerTable said={said.map} truth={truth} looks={looks} confidences={said.confidences} />
      </div>
    </div>
  );
}

/** A prepared kidney: its outline beside the truth, and the verdict with its advice. */
export function PreparedKidney({ drawn, entry }: PreparedProps<'kidney'>): VNode {
  const { analysis } = entry;
  const looks = useMemo(() => looksOf(kidneyLayers), []);
  const under = useMemo(() => ({ picture: drawn.bitmap, size: analysis }), [drawn, analysis]);
  const { said, truth } = useMemo(() => mapsOf({ drawn, entry }), [drawn, entry]);
  return (
    <div class={styles.result}>
      <div class={styles.panels}>
        <LayerPanels under={under} said={said} truth={truth} looks={looks} opacity={opacity} />
      </div>
      <div class={styles.side}>
        <Verdict analysis={analysis} />
        <LayerTable said={said} truth={truth} looks={looks} confidences={null} />
      </div>
    </div>
  );
}

function Verdict({ analysis }: { readonly analysis: Analysis }): VNode {
  const { verdict, steps } = advise(analysis);
  return (
    <section class={card.card}>
      <h2 class="visually-hidden">{say('prepared.verdict')}</h2>
      <VerdictWord verdict={verdict} isLarge />
      {steps.map(({ line, how }) => (
        <div key={line.key}>
          <p>{sayPhrase(line)}</p>
          {how && <p class={card.quiet}>{sayPhrase(how)}</p>}
        </div>
      ))}
    </section>
  );
}

/** Half the analysed picture is fine enough to compare outlines on. */
function mapsOf({ drawn, entry }: PreparedProps<'kidney'>): { said: LayerMap; truth: LayerMap } {
  const { analysis } = entry;
  const { outcome, width, height } = analysis;
  const covers = outcome.sector?.bounds ?? { x: 0, y: 0, width, height };
  const grid: MapGrid = {
    width: Math.round(covers.width / 2),
    height: Math.round(covers.height / 2),
    covers,
  };
  const truth = { ...grid, cells: kidneyOfRegions(fitToGrid(drawn.regions, analysis, grid)) };
  const inside = maskOnGrid(outcome.sector?.outline ?? [], grid);
  const anatomy = outcome.kind === 'assessed' ? (outcome.anatomy ?? null) : null;
  return { said: kidneyOfAnatomy(anatomy, inside, grid), truth };
}
