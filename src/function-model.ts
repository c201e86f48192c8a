import { computed, signal } from '@preact/signals';
import { ChangeQueue } from './change-queue.ts';
import type { Additions, Amendment, PatientContext } from './history/additions.ts';
import type { BloodOffer } from './history/one-visit.ts';
import { assessBlood } from './kidney-function/assess-blood.ts';
import { type BloodDraft, draftOf, readDraft } from './kidney-function/blood-draft.ts';
import { equationForAge } from './kidney-function/equation-validity.ts';
import { creatinineUnit } from './settings.ts';

/** Keeps an amendment of the record in hand; null in the calculator, which keeps nothing. */
type Keep = ((amendment: Amendment) => Promise<void>) | null;

/** A blood test while it is entered, and what it says; every change that can be read is kept at once. */
export class FunctionModel {
  private readonly changes = new ChangeQueue();
  readonly patient = signal<PatientContext>({});
  readonly draft = signal<BloodDraft>(draftOf(undefined, 'mg/dL'));
  /** Why the last change could not be kept, or null. */
  readonly failure = this.changes.failure;
  /** The test as typed; null while it has no creatinine that can be. */
  readonly test = computed(() => readDraft(this.draft.value));
  /** What the test says of this patient, or why nothing; null without a test. */
  readonly assessment = computed(() =>
    this.test.value === null ? null : assessBlood(this.test.value, this.patient.value),
  );

  constructor(
    { patient, blood }: Pick<Additions, 'patient' | 'blood'>,
    private readonly keep: Keep,
  ) {
    this.patient.value = patient ?? {};
    this.draft.value = draftOf(blood, creatinineUnit.peek());
  }

  setPatient(patient: PatientContext): void {
    this.patient.value = patient;
    this.amend(({ patient: _, ...others }) =>
      Object.keys(patient).length === 0 ? others : { ...others, patient },
    );
  }

  /** Changes fields of the test; what is wrong stays in its field, and what was kept before stays kept. */
  change(part: Partial<BloodDraft>): void {
    if (part.creatinineUnit !== undefined) creatinineUnit.value = part.creatinineUnit;
    const isOtherNumber = part.creatinine !== undefined || part.creatinineUnit !== undefined;
    const draft = { ...this.draft.peek(), ...(isOtherNumber && { isUnitSure: false }), ...part };
    this.draft.value = draft;
    const test = readDraft(draft);
    if (test !== null) this.amend((before) => ({ ...before, blood: test }));
    else if (draft.creatinine.trim() === '') this.amend(({ blood: _, ...others }) => others);
  }

  /** Takes the equation that holds for the patient's age. */
  useFittingEquation(): void {
    const equation = equationForAge(this.patient.peek().ageYears ?? Number.NaN);
    if (equation !== null) this.change({ equation });
  }

  /** Takes a blood test of another record, with what it needs of the patient. */
  take({ test, person }: BloodOffer): void {
    if (Object.keys(person).length > 0) this.setPatient({ ...this.patient.peek(), ...person });
    this.change(draftOf(test, test.creatinine.unit));
  }

  /** Waits until everything was kept, or could not be. */
  whenKept(): Promise<void> {
    return this.changes.whenKept();
  }

  private amend(amendment: Amendment): void {
    const { keep } = this;
    if (keep !== null) this.changes.run(() => keep(amendment));
  }
}
