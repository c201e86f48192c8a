import { PencilLine, SlidersHorizontal, X } from 'lucide';
import type { VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { outline } from '../i18n/en-outline.ts';
import { say } from '../i18n/say.ts';
import { type ShownOutline, shownOutlines } from '../outline-edits.ts';
import { go } from '../route.ts';
import { kidneyShown } from '../settings.ts';
import { Button } from './button.tsx';
import styles from './outline-bar.module.css';
import { OutlineLegend } from './outline-legend.tsx';
import { OutlineSettings } from './outline-settings.tsx';

addMessages(outline);

/** Below a record's picture: what its lines are, how they are shown, and the way to edit them. */
export function OutlineBar({ examination }: { readonly examination: Examination }): VNode {
  const outlines = shownOutlines(examination);
  const isEmpty = outlines.every(({ contours }) => contours.length === 0);
  return (
    <div class={styles.bar}>
      {kidneyShown.value === 'on' ? <OutlineLegend outlines={outlines} /> : <span />}
      <div class={styles.buttons}>
        {!isEmpty && kidneyShown.value === 'on' && <OutlineSheet outlines={outlines} />}
        <Button
          icon={PencilLine}
          onPress={() => go({ place: 'examination', id: examination.id, part: 'outline' })}
        >
          {say(isEmpty ? 'outline.draw' : 'outline.edit')}
        </Button>
      </div>
    </div>
  );
}

/** The button, and the sheet that it opens: a tap beside it or Escape closes it, and the picture stays in view. */
function OutlineSheet({ outlines }: { readonly outlines: readonly ShownOutline[] }): VNode {
  const sheet = useRef<HTMLElement>(null);
  const title = useId();
  return (
    <>
      <Button
        icon={SlidersHorizontal}
        label={say('outline.show')}
        onPress={() => sheet.current?.showPopover()}
      />
      <section ref={sheet} class={styles.sheet} popover="auto" aria-labelledby={title}>
        <header class={styles.header}>
          <h2 id={title}>{say('outline.show')}</h2>
          <Button icon={X} label={say('outline.show.close')} onPress={() => sheet.current?.hidePopover()} />
        </header>
        <OutlineSettings outlines={outlines} />
      </section>
    </>
  );
}
