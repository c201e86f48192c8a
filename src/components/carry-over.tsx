import { History } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PatientContext } from '../history/additions.ts';
import { type Carried, carryOver } from '../history/carry-over.ts';
import type { Examination } from '../history/examination.ts';
import { formatDay } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { Records } from '../records.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import styles from './carry-over.module.css';

interface CarryOverProps {
  readonly patient: PatientContext;
  /** When the picture was checked, milliseconds since 1970. */
  readonly at: number;
  readonly onTake: (part: Carried['part']) => void;
}

/** Offers what the patient's last record says of age, height and sex, where this one says nothing; never fills in by itself. */
export function CarryOver({ patient, at, onTake }: CarryOverProps): VNode | null {
  const others = useRecordsOf(patient.pseudonym);
  const carried = carryOver(patient, at, others);
  if (carried === null || patient.pseudonym === undefined) return null;
  const { from, part } = carried;
  return (
    <div class={styles.offer} role="status">
      <p>
        {say('carry.offer', { date: formatDay(from), pseudonym: patient.pseudonym, what: partWords(part) })}
      </p>
      <Button icon={History} onPress={() => onTake(part)}>
        {say('carry.take')}
      </Button>
    </div>
  );
}

function partWords({ ageYears, heightCm, sex }: Carried['part']): string {
  return [
    ageYears !== undefined && say('carry.aged', { age: ageYears }),
    heightCm !== undefined && say('who.height', { height: heightCm }),
    sex && say(`context.sex.${sex}`).toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');
}

/** So many of the newest are looked through. */
const looked = 20;

function useRecordsOf(pseudonym: string | undefined): readonly Examination[] {
  const { records } = useServices();
  const [found, setFound] = useState<readonly Examination[]>([]);
  useEffect(() => {
    let isGone = false;
    setFound([]);
    const load = async (): Promise<void> => {
      const read = pseudonym === undefined ? [] : await readRecordsOf(records, pseudonym);
      if (!isGone) setFound(read);
    };
    // Without records there is nothing to offer; History says what is wrong with the store.
    void load().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [records, pseudonym]);
  return found;
}

async function readRecordsOf(records: Records, pseudonym: string): Promise<readonly Examination[]> {
  const own = (await records.list()).filter((summary) => summary.pseudonym === pseudonym);
  return records.read(own.slice(0, looked).map(({ id }) => id));
}
