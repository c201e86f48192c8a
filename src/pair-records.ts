import type { Additions } from './history/additions.ts';
import type { Records } from './records.ts';

type Amending = Pick<Records, 'open' | 'amend'>;

/** Says of two records that they show one kidney along and across; whoever either was paired with before is set free. */
export async function pairRecords(records: Amending, a: string, b: string): Promise<void> {
  await unpairRecord(records, a);
  await unpairRecord(records, b);
  await records.amend(a, (before) => ({ ...before, partner: b }));
  await records.amend(b, (before) => ({ ...before, partner: a }));
}

/** Takes a record's partner away, on both sides. */
export async function unpairRecord(records: Amending, id: string): Promise<void> {
  const partner = (await records.open(id))?.examination.additions?.partner;
  if (partner === undefined) return;
  await records.amend(id, withoutPartner);
  const other = await records.open(partner);
  // A partner that was deleted for good has nothing to forget.
  if (other?.examination.additions?.partner === id) await records.amend(partner, withoutPartner);
}

function withoutPartner({ partner: _, ...others }: Additions): Additions {
  return others;
}
