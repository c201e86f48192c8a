import { ChartLine } from 'lucide';
import type { VNode } from 'preact';
import type { SummaryFilter, VerdictKind } from '../history/filter-summaries.ts';
import { knownPatients } from '../history/known-patients.ts';
import type { HistoryModel } from '../history-model.ts';
import { addMessages } from '../i18n/en.ts';
import { who } from '../i18n/en-who.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { Button } from './button.tsx';
import styles from './history-filter.module.css';

addMessages(who);

const kinds: readonly VerdictKind[] = ['optimal', 'artefact', 'gain', 'position', 'wrong', 'declined'];
const day = 24 * 60 * 60 * 1000;

/** Narrows the list by patient, verdict, date and file name. */
export function HistoryFilter({ model }: { readonly model: HistoryModel }): VNode {
  const filter = model.filter.value;
  const change = (part: SummaryFilter): void => {
    model.filter.value = { ...model.filter.value, ...part };
  };
  return (
    <search class={styles.filter}>
      <PatientFilter model={model} onChoose={(pseudonym) => change({ pseudonym })} />
      <label class={styles.field}>
        <span>{say('history.verdict')}</span>
        <select
          value={filter.verdicts?.[0] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ verdicts: kinds.filter((kind) => kind === value) });
          }}
        >
          <option value="">{say('history.verdict.any')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`verdict.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label class={styles.field}>
        <span>{say('history.from')}</span>
        <input
          type="date"
          onInput={(event) =>
            change({ from: startOfDay(event.currentTarget.value) ?? Number.NEGATIVE_INFINITY })
          }
        />
      </label>
      <label class={styles.field}>
        <span>{say('history.to')}</span>
        <input
          type="date"
          value={dateOf(filter.before === undefined ? undefined : filter.before - day)}
          onInput={(event) => {
            const start = startOfDay(event.currentTarget.value);
            change({ before: start === null ? Number.POSITIVE_INFINITY : start + day });
          }}
        />
      </label>
      <label class={styles.field}>
        <span>{say('history.search')}</span>
        <input
          type="search"
          value={filter.text ?? ''}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </label>
    </search>
  );
}

interface PatientFilterProps {
  readonly model: HistoryModel;
  readonly onChoose: (pseudonym: string) => void;
}

/** One patient's pictures, and the way to their trend; nothing while no picture has a pseudonym. */
function PatientFilter({ model, onChoose }: PatientFilterProps): VNode | null {
  const listing = model.listing.value;
  const known = listing.name === 'listed' ? knownPatients(listing.summaries) : [];
  const chosen = model.filter.value.pseudonym ?? '';
  if (known.length === 0 && chosen === '') return null;
  const names = [...new Set(chosen === '' ? known : [chosen, ...known])].toSorted(byName.compare);
  return (
    <div class={styles.patient}>
      <label class={styles.field}>
        <span>{say('history.patient')}</span>
        <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">{say('history.patient.any')}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen !== '' && (
        <Button icon={ChartLine} onPress={() => go({ place: 'trend', pseudonym: chosen })}>
          {say('history.trend', { pseudonym: chosen })}
        </Button>
      )}
    </div>
  );
}

/** P-2 before P-10. */
const byName = new Intl.Collator('en', { numeric: true });

/** Midnight of a date field, in the device's own time zone. */
function startOfDay(value: string): number | null {
  const time = Date.parse(`${value}T00:00:00`);
  return Number.isNaN(time) ? null : time;
}

/** What a date field shows for a time: the local day, or nothing. */
function dateOf(time: number | undefined): string {
  if (time === undefined || !Number.isFinite(time)) return '';
  const date = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
