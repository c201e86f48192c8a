import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { measureLayers } from '../tissue/compare-layers.ts';
import type { LayerMap } from '../tissue/layer-map.ts';
import card from './card.module.css';
import { cssOf, type LayerLook, shownFigures } from './layer-looks.ts';
import styles from './layer-panels.module.css';

interface LayerTableProps {
  readonly said: LayerMap;
  readonly truth: LayerMap | null;
  readonly looks: readonly LayerLook[];
  /** Mean probability of each layer where it is seen; null where a model gives none. */
  readonly confidences: readonly number[] | null;
}

/** The legend, with what was seen of each layer, how sure that is, and how well it overlaps with the truth. */
export function LayerTable({ said, truth, looks, confidences }: LayerTableProps): VNode {
  const figures = useMemo(() => measureLayers(said, truth, looks.length), [said, truth, looks.length]);
  return (
    <section class={card.card}>
      <h2>{say('tissue.figures')}</h2>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('tissue.figures.layer')}</th>
            <th scope="col">{say('tissue.figures.share')}</th>
            {confidences && <th scope="col">{say('tissue.figures.sure')}</th>}
            {truth && <th scope="col">{say('tissue.figures.dice')}</th>}
          </tr>
        </thead>
        <tbody>
          {shownFigures(figures).map(({ layer, share, dice }) => (
            <tr key={layer}>
              <th scope="row">
                <span class={styles.layer}>
                  <span class={styles.chip} style={{ '--chip': cssOf(looks[layer]?.colour ?? null) }} />
                  {looks[layer]?.name}
                </span>
              </th>
              <td>{formatShare(share)}</td>
              {confidences && <td>{share === 0 ? '–' : formatShare(confidences[layer] ?? 0)}</td>}
              {truth && <td>{dice === null || layer === 0 ? '–' : dice.toFixed(2)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class={card.small}>{say('tissue.figures.more')}</p>
    </section>
  );
}
