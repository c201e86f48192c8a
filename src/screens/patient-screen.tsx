import { Crosshair, Eye, GraduationCap, Pause, Play, RotateCcw, ScanSearch } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScanTruth } from '../../workers/protocol.ts';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { KeptStrip } from '../components/kept-strip.tsx';
import { LiveCoach } from '../components/live-coach.tsx';
import { LiveOutline } from '../components/live-outline.tsx';
import { PatientPicture } from '../components/patient-picture.tsx';
import screen from '../components/screen.module.css';
import { showToast } from '../components/toast.tsx';
import { ToolButton, ToolRow } from '../components/tool-button.tsx';
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
import styles from './patient-screen.module.css';
import { useLiveSession, type Watch } from './use-live-session.ts';
import { usePatient } from './use-patient.ts';
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
    name: say('scan.sample.name', { seed: patient.settings.peek().seed }),
  }));
  useSenses(session, isCoached);
  return (
    <div class={`${screen.screen} ${styles.screen}`}>
      <div class={styles.title}>
        <h1 tabIndex={-1}>{say('patient.title')}</h1>
        <Who patient={patient} />
      </div>
      <div class={styles.view}>
        <div class={styles.picture}>
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
            <Tools patient={patient} />
          </div>
          {coachFailure && <FailureNotice failure={coachFailure} />}
          {isCoached && <LiveCoach session={session} />}
          <KeptStrip kept={session.kept.value} />
          {truth && <TruthPanel truth={truth} />}
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
    const pixels = patient.scan.peek()?.pixels;
    if (pixels === undefined) return;
    const name = say('scan.sample.name', { seed: patient.settings.peek().seed });
    void checkPictures(exam, [{ name, open: () => simulatedFrame(pixels, name) }]);
  };
  return (
    <Button kind="primary" icon={ScanSearch} isDisabled={patient.isStarting.value} onPress={check}>
      {say('patient.check')}
    </Button>
  );
}

function Tools({ patient }: PatientProps): VNode {
  const isFrozen = patient.isFrozen.value;
  const reset = (): void => {
    const before = patient.settings.peek();
    patient.reset();
    showToast(say('patient.reset.done'), { text: say('result.undo'), run: () => patient.change(before) });
  };
  return (
    <ToolRow>
      <ToolButton
        icon={isFrozen ? Play : Pause}
        text={say(isFrozen ? 'patient.run' : 'patient.freeze')}
        onPress={() => (isFrozen ? patient.run() : patient.freeze())}
      />
      <ToolButton icon={Crosshair} text={say('patient.aim')} onPress={() => patient.aim()} />
      <ToolButton
        icon={GraduationCap}
        text={say('patient.coach')}
        isPressed={coach.value === 'on'}
        onPress={() => {
          coach.value = coach.peek() === 'on' ? 'off' : 'on';
        }}
      />
      <ToolButton
        icon={Eye}
        text={say('patient.truth.show')}
        isPressed={patient.isTruthShown.value}
        onPress={() => {
          patient.isTruthShown.value = !patient.isTruthShown.value;
        }}
      />
      <ToolButton icon={RotateCcw} text={say('patient.reset')} onPress={reset} />
    </ToolRow>
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
