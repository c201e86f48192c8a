import { Maximize, ZoomIn, ZoomOut } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { compareLayers } from '../tissue/compare-layers.ts';
import type { LayerMap } from '../tissue/layer-map.ts';
import { Button } from './button.tsx';
import { DifferenceKeys } from './difference-keys.tsx';
import type { UnderLayers } from './draw-layers.ts';
import { differenceLooks, type LayerLook } from './layer-looks.ts';
import { LayerPanel } from './layer-panel.tsx';
import styles from './layer-panels.module.css';
import { usePannedTogether } from './use-panned-together.ts';

interface LayerPanelsProps {
  readonly under: UnderLayers;
  readonly said: LayerMap;
  readonly truth: LayerMap | null;
  readonly looks: readonly LayerLook[];
  /** How much of the picture the colours hide, 0 to 1. */
  readonly opacity: number;
  /** Stands in one row with the zoom. */
  readonly children?: ComponentChildren;
}

/** Picture and prediction side by side, and below them the truth and the difference where a truth is known. */
export function LayerPanels({ under, said, truth, looks, opacity, children }: LayerPanelsProps): VNode {
  const panned = usePannedTogether();
  const difference = useMemo(() => truth && compareLayers(said, truth), [said, truth]);
  const panels = [
    { name: 'picture', map: null, looks, opacity },
    { name: 'said', map: said, looks, opacity },
    { name: 'truth', map: truth, looks, opacity },
    // Small and thin, and to be seen at once.
    { name: 'difference', map: difference, looks: differenceLooks(), opacity: Math.min(1, 1.7 * opacity) },
  ] as const;
  return (
    <>
      <div class={styles.panels}>
        {panels.map(
          (panel) =>
            (panel.name === 'picture' || panel.map !== null) && (
              <LayerPanel
                key={panel.name}
                title={say(`tissue.panel.${panel.name}`)}
                label={say(`tissue.panel.${panel.name}`)}
                under={under}
                grid={said}
                over={panel.map && { ...panel, map: panel.map }}
                panned={panned}
              />
            ),
        )}
      </div>
      {difference && <DifferenceKeys difference={difference} />}
      <div class={styles.tools}>
        {children}
        <div class={styles.zoom}>
          <Button icon={ZoomIn} label={say('tissue.zoom.in')} onPress={panned.zoomIn} />
          <Button icon={ZoomOut} label={say('tissue.zoom.out')} onPress={panned.zoomOut} />
          <Button icon={Maximize} label={say('tissue.zoom.reset')} onPress={panned.reset} />
        </div>
      </div>
    </>
  );
}
