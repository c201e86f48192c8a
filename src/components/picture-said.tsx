import type { Ref, VNode } from 'preact';
import type { QualityLabel } from '../analysis.ts';
import { say } from '../i18n/say.ts';
import type { OpenPicture } from '../labelling/open-picture.ts';
import {
  labelNames,
  otherAttributes,
  qualities,
  readChoice,
  readComment,
  readLabels,
  views,
  withLabel,
  withText,
} from '../labelling/picture-attributes.ts';
import annotate from './annotate.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import styles from './work.module.css';

interface PictureSaidProps {
  readonly picture: OpenPicture;
  readonly comment: Ref<HTMLTextAreaElement>;
}

/** What a reader says about the whole picture: quality, the five labels, view, a comment. */
export function PictureSaid({ picture, comment }: PictureSaidProps): VNode {
  const attributes = picture.attributes.value;
  const choose = (key: 'Quality' | 'View') => (value: string) =>
    picture.setAttributes(withText(picture.attributes.value, key, value));
  const others = otherAttributes(attributes);
  return (
    <section class={card.card}>
      <Choice
        title={say('annotate.quality')}
        isTitleShown
        options={qualities.map((value) => ({ value, text: say(`annotate.quality.${value}`) }))}
        value={readChoice(attributes, 'Quality', qualities)}
        onChoose={choose('Quality')}
      />
      <Labels picture={picture} />
      <Choice
        title={say('annotate.view')}
        isTitleShown
        options={views.map((value) => ({ value, text: say(`annotate.view.${value}`) }))}
        value={readChoice(attributes, 'View', views)}
        onChoose={choose('View')}
      />
      <label class={annotate.field}>
        {say('annotate.comment')}
        <textarea
          ref={comment}
          class={annotate.input}
          rows={2}
          value={readComment(attributes)}
          onChange={({ currentTarget: { value } }) =>
            picture.setAttributes(withText(picture.attributes.value, 'Comments', value))
          }
        />
      </label>
      {others.length > 0 && (
        <details>
          <summary class={card.summary}>{say('annotate.others')}</summary>
          <dl class={styles.others}>
            {others.map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function Labels({ picture }: { readonly picture: OpenPicture }): VNode {
  const attributes = picture.attributes.value;
  const set = readLabels(attributes);
  return (
    <fieldset class={styles.labels}>
      <legend>{say('annotate.labels')}</legend>
      <div class={card.row}>
        {(Object.keys(labelNames) as QualityLabel[]).map((label) => (
          <Button
            key={label}
            isPressed={set.has(label)}
            onPress={() => picture.setAttributes(withLabel(attributes, label, !set.has(label)))}
          >
            {say(`annotate.label.${label}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
