import { ScanSearch } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScanTruth } from '../../workers/phantom-protocol.ts';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { KeptStrip } from '../components/kept-strip.tsx';
import { LiveCoach } from '../components/live-coach.tsx';
import { LiveOutline } from '../components/live-outline.tsx';
import { OutlineCard } from '../components/outline-card.tsx';
import { PatientPicture } from '../components/patient-picture.tsx';
import screen from '../components/screen.module.css';
import { trueVerdict } from '../components/true-verdict.ts';
import { TruthPanel } from '../components/truth-panel.tsx';
import { VerdictWord } from '../components/verdict-word.tsx';
import { glimpsePatient } from '../frame/glimpse-patient.ts';
import { simulatedFrame } from '../frame/simulated-frame.ts';
import { addMessages } from '../i18n/en.ts';
import { patient as words } from '../i18n/en-patient.ts';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import { coach } from '../settings.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import { checkPictures } from './check-pictures.ts';
import { PatientControls } from './patient-controls.tsx';
import { PracticeMenu, PracticeOutcome, PracticeTask } from './patient-practice.tsx';
import styles from './patient-screen.module.css';
import { PatientTools } from './patient-tools.tsx';
import { useLiveSession, type Watch } from './use-live-session.ts';
import { usePatient } from './use-patient.ts';
import { usePractice } from './use-practice.ts';
import { useSenses } from './use-senses.ts';

addMessages(words);

/** A simulated patient under a probe: the picture, every control, and the truth when it is asked for. */
export function PatientScreen({ address }: { readonly address: string }): VNode {
  const { patient, failure, retry } = usePatient(address);
  const truth = useCalmTruth(patient);
  const isCoached = coach.value === 'on';
  const watch = useMemo<Watch>(
    () => (isCoached ? (signal) => glimpsePatient(patient.scan, signal) : null),
    [patient, isCoached],
  );
  const { session, failure: coachFailure } = useLiveSession(watch, () => ({
    origin: 'sample',
    isIdentifying: false,
    name: say('scan.sample.name', { seed: patient.settings.peek().seed }),
  }));
  const practice = usePractice(patient, session.view);
  useSenses(session, isCoached);
  return (
    <div class={`${screen.screen} ${styles.screen}`}>
      <div class={styles.title}>
        <h1 tabIndex={-1}>{say('patient.title')}</h1>
        <Who patient={patient} />
      </div>
      <div class={styles.view}>
        <div class={styles.picture}>
          <PracticeTask practice={practice} />
          {failure ? (
            <FailureNotice failure={failure}>
              <div class={screen.bar}>
                <Button onPress={retry}>{say('error.retry')}</Button>
              </div>
            </FailureNotice>
          ) : (
            <PatientPicture patient={patient}>
              {isCoached && <LiveOutline view={session.view} />}
            </PatientPicture>
          )}
          <State patient={patient} truth={truth} />
        </div>
        <div class={styles.actions}>
          <div class={styles.buttons}>
            <CheckButton patient={patient} />
            <PatientTools patient={patient} />
          </div>
          <PracticeOutcome practice={practice} />
          {coachFailure && <FailureNotice failure={coachFailure} />}
          {isCoached && <LiveCoach session={session} />}
          {isCoached && <OutlineCard />}
          <KeptStrip kept={session.kept.value} />
          {truth && <TruthPanel truth={truth} />}
          <PracticeMenu practice={practice} />
        </div>
      </div>
      <PatientControls patient={patient} />
    </div>
  );
}

/** Whose picture it is, as far as a sonographer would know. */
function Who({ patient }: PatientProps): VNode {
  const person = patient.met.value?.person;
  const { seed } = patient.settings.value;
  return (
    <p class={styles.who}>
      {person
        ? say('patient.who', {
            seed,
            sex: say(`patient.sex.${person.sex}`).toLowerCase(),
            age: Math.round(person.ageYears),
          })
        : say('scan.sample.name', { seed })}
    </p>
  );
}

interface PatientProps {
  readonly patient: VirtualPatient;
}

/** Sends the present picture through the same analysis as any other. */
function CheckButton({ patient }: PatientProps): VNode {
  const { exam } = useServices();
  const check = (): void => {
    const scan = patient.scan.peek();
    if (scan === null) return;
    const name = say('scan.sample.name', { seed: patient.settings.peek().seed });
    void checkPictures(exam, [{ name, open: () => simulatedFrame(scan, name) }]);
  };
  return (
    <Button
      kind={patient.settings.value.target === null ? 'primary' : 'plain'}
      icon={ScanSearch}
      isDisabled={patient.isStarting.value}
      onPress={check}
    >
      {say('patient.check')}
    </Button>
  );
}

/** What must be seen while a finger is on a slider: whether time runs, and the verdict the picture deserves. */
function State({ patient, truth }: PatientProps & { readonly truth: ScanTruth | null }): VNode {
  const verdict = truth && trueVerdict(truth);
  return (
    <p class={styles.state}>
      <span>{say(patient.isFrozen.value ? 'patient.frozen' : 'patient.live')}</span>
      {verdict && <VerdictWord verdict={verdict} />}
      {truth && !verdict && <span>{say('patient.truth.between')}</span>}
    </p>
  );
}

/** Numbers that change with each picture cannot be read: they follow twice a second, at once when shown. */
function useCalmTruth(patient: VirtualPatient): ScanTruth | null {
  const [truth, setTruth] = useState<ScanTruth | null>(null);
  const isShown = patient.isTruthShown.value;
  useEffect(() => {
    if (!isShown) return setTruth(null);
    const read = (): void => setTruth(patient.scan.peek()?.truth ?? null);
    const timer = setInterval(read, 500);
    // The picture that carries the first truth wakes the panel.
    const stop = patient.scan.subscribe((scan) => {
      if (scan?.truth) setTruth((shown) => shown ?? scan.truth);
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [patient, isShown]);
  return truth;
}
