import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { kidneyShown } from '../settings.ts';
import card from './card.module.css';
import { OutlineSettings } from './outline-settings.tsx';

/** How outlines lie over a live view, folded; nothing while they are off. */
export function OutlineCard(): VNode | null {
  if (kidneyShown.value === 'off') return null;
  return (
    <details class={card.card}>
      <summary class={card.summary}>{say('outline.show')}</summary>
      <OutlineSettings />
    </details>
  );
}
