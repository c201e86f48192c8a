import type { VNode } from 'preact';
import { addMessages } from '../i18n/en.ts';
import { outline } from '../i18n/en-outline.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { ShownOutline } from '../outline-edits.ts';
import { LineSwatch } from './line-swatch.tsx';
import styles from './outline-legend.module.css';
import { outlineLook } from './outline-look.ts';
import { structureStyles } from './structure-style.ts';

addMessages(outline);

/** Which line on the picture is what, and how sure the model is of it or who drew it; only what is shown. */
export function OutlineLegend({ outlines }: { readonly outlines: readonly ShownOutline[] }): VNode {
  const { styles: shown } = outlineLook.value;
  const seen = outlines.filter(
    ({ structure, contours }) => shown[structure] !== 'off' && contours.length > 0,
  );
  if (seen.length === 0) {
    return <p class={styles.none}>{say(outlines.length === 0 ? 'outline.none' : 'outline.all-off')}</p>;
  }
  return (
    <ul class={styles.legend} aria-label={say('outline.legend')}>
      {seen.map((one) => (
        <li key={one.structure}>
          <LineSwatch style={structureStyles[one.structure]} />
          <span>{say(`outline.name.${one.structure}`)}</span>
          <span class={styles.sure}>{sureness(one)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How sure the model is of an outline, or that a person made it. */
export function sureness(one: ShownOutline | undefined): string {
  if (one === undefined) return say('outline.absent');
  if (one.contours.length === 0) return say('outline.removed');
  if (one.probability === null) return say('outline.edited');
  return say('outline.sure', { percent: formatShare(one.probability) });
}
