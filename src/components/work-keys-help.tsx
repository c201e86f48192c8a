import type { VNode } from 'preact';
import type { MessageKey } from '../i18n/say.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './work.module.css';

const keys = [
  ['Enter', 'annotate.key.done'],
  ['S', 'annotate.key.skip'],
  ['] [', 'annotate.key.move'],
  ['1 – 9', 'annotate.key.label'],
  ['M B E D', 'annotate.key.tools'],
  ['Ctrl Z, Ctrl Y', 'annotate.key.undo'],
  ['N P', 'annotate.key.points'],
  ['+ − 0', 'annotate.key.zoom'],
  ['Shift 1 – 4', 'annotate.key.quality'],
  ['L T O', 'annotate.key.view'],
  ['K', 'annotate.key.proposal'],
  ['C', 'annotate.key.comment'],
  ['?', 'annotate.key.help'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** The keys of the work screen, those of the editor among them. */
export function WorkKeysHelp(): VNode {
  return (
    <section class={card.card}>
      <h2>{say('annotate.keys.title')}</h2>
      <dl class={styles.keys}>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
