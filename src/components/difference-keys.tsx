import type { VNode } from 'preact';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { measureLayers } from '../tissue/compare-layers.ts';
import type { LayerMap } from '../tissue/layer-map.ts';
import { cssOf, differenceLooks } from './layer-looks.ts';
import styles from './layer-panels.module.css';

/** What the colours of a difference mean, and how much of what is known each takes. */
export function DifferenceKeys({ difference }: { readonly difference: LayerMap }): VNode {
  const looks = differenceLooks();
  const kinds = measureLayers(difference, null, looks.length).filter(
    ({ layer, share }) => layer !== 0 && share > 0,
  );
  if (kinds.length === 0) return <p>{say('tissue.difference.none')}</p>;
  return (
    <ul class={styles.keys} aria-label={say('tissue.panel.difference')}>
      {kinds.map(({ layer, share }) => (
        <li key={layer} class={styles.key}>
          <span class={styles.chip} style={{ '--chip': cssOf(looks[layer]?.colour ?? null) }} />
          <span>{looks[layer]?.name}</span>
          <span class={styles.share}>{formatShare(share)}</span>
        </li>
      ))}
    </ul>
  );
}
