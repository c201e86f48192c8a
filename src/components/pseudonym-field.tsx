import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { doubtPseudonym, tidyPseudonym } from '../history/doubt-pseudonym.ts';
import { knownPatients } from '../history/known-patients.ts';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import styles from './pseudonym-field.module.css';

interface PseudonymFieldProps {
  readonly value: string | undefined;
  /** Is told when the field is left, not at each key: half a word is nobody. Undefined for an emptied field. */
  readonly onChange: (value: string | undefined) => void;
}

/** As many as fit under a thumb; typing finds the others. */
const most = 6;

/** What a patient is called here; proposes those on this device, and warns of names and dates without forbidding them. */
export function PseudonymField({ value, onChange }: PseudonymFieldProps): VNode {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const id = useId();
  const doubt = doubtPseudonym(typed);
  const keep = (text: string): void => {
    setTyped(tidyPseudonym(text));
    if (tidyPseudonym(text) !== (value ?? '')) onChange(tidyPseudonym(text) || undefined);
  };
  return (
    <div class={styles.field}>
      <span id={`${id}-name`} class={styles.label}>
        {say('pseudonym.label')}
      </span>
      <input
        aria-labelledby={`${id}-name`}
        class={styles.input}
        type="text"
        maxLength={60}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => keep(event.currentTarget.value)}
      />
      <Known typed={typed} onChoose={keep} />
      <p id={`${id}-hint`} class={doubt === null ? styles.hint : styles.doubt} role="status">
        {say(doubt === null ? 'pseudonym.hint' : `pseudonym.doubt.${doubt}`)}
      </p>
    </div>
  );
}

interface KnownProps {
  readonly typed: string;
  readonly onChoose: (pseudonym: string) => void;
}

function Known({ typed, onChoose }: KnownProps): VNode | null {
  const { history } = useServices();
  useEffect(() => history.watch(), [history]);
  const listing = history.listing.value;
  const wanted = tidyPseudonym(typed).toLowerCase();
  const known = listing.name === 'listed' ? knownPatients(listing.summaries) : [];
  const fitting = known.filter((one) => one !== tidyPseudonym(typed) && one.toLowerCase().includes(wanted));
  // Whoever is chosen needs no proposals beside it.
  if (fitting.length === 0 || known.includes(tidyPseudonym(typed))) return null;
  return (
    <ul class={styles.known} aria-label={say('pseudonym.known')}>
      {fitting.slice(0, most).map((pseudonym) => (
        <li key={pseudonym}>
          <button
            type="button"
            class={styles.one}
            // The field would lose the focus first, and keep half a word.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(pseudonym)}
          >
            {pseudonym}
          </button>
        </li>
      ))}
    </ul>
  );
}
