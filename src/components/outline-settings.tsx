import type { VNode } from 'preact';
import { addMessages } from '../i18n/en.ts';
import { outline } from '../i18n/en-outline.ts';
import { say } from '../i18n/say.ts';
import { type ShownOutline, structures } from '../outline-edits.ts';
import { type OutlineStyle, outlineStrength, outlineStyles } from '../settings.ts';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import { LineSwatch } from './line-swatch.tsx';
import { sureness } from './outline-legend.tsx';
import styles from './outline-settings.module.css';
import { Slider } from './slider.tsx';
import { structureStyles } from './structure-style.ts';

addMessages(outline);

const choices: readonly OutlineStyle[] = ['filled', 'line', 'off'];

interface OutlineSettingsProps {
  /** Those of the picture that is shown, for how sure each is; left out where the picture changes all the time. */
  readonly outlines?: readonly ShownOutline[];
}

/** How each structure lies over pictures, here and everywhere, and how strong. */
export function OutlineSettings({ outlines }: OutlineSettingsProps): VNode {
  const strengths = { min: 20, max: 100, step: 20 };
  return (
    <div class={styles.settings}>
      {structures.map((structure) => (
        <div key={structure} class={styles.row}>
          <LineSwatch style={structureStyles[structure]} />
          <span class={styles.name}>
            {say(`outline.name.${structure}`)}
            {outlines && (
              <span class={card.small}>{sureness(outlines.find((one) => one.structure === structure))}</span>
            )}
          </span>
          <Choice
            title={say('outline.style', { structure: say(`outline.name.${structure}`) })}
            options={choices.map((value) => ({ value, text: say(`outline.style.${value}`) }))}
            value={outlineStyles[structure].value}
            onChoose={(style) => {
              outlineStyles[structure].value = style;
            }}
          />
        </div>
      ))}
      <Slider
        label={say('outline.strength')}
        value={Number(outlineStrength.value)}
        home={strengths.max}
        range={strengths}
        format={(percent) => say('outline.strength.value', { percent })}
        onChange={(percent) => {
          outlineStrength.value = String(percent) as typeof outlineStrength.value;
        }}
      />
      <p class={card.small}>{say('outline.simulated')}</p>
      {outlines && <p class={card.small}>{say('outline.sure.more')}</p>}
    </div>
  );
}
