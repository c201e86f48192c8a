import { Crosshair, Eye, GraduationCap, Pause, Play, RotateCcw } from 'lucide';
import type { VNode } from 'preact';
import { showToast } from '../components/toast.tsx';
import { ToolButton, ToolRow } from '../components/tool-button.tsx';
import { say } from '../i18n/say.ts';
import { coach } from '../settings.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';

/** What can be done with the patient; while a view is looked for, nothing that would find it. */
export function PatientTools({ patient }: { readonly patient: VirtualPatient }): VNode {
  const isPractising = patient.settings.value.target !== null;
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
      {!isPractising && (
        <ToolButton icon={Crosshair} text={say('patient.aim')} onPress={() => patient.aim()} />
      )}
      <ToolButton
        icon={GraduationCap}
        text={say('patient.coach')}
        isPressed={coach.value === 'on'}
        onPress={() => {
          coach.value = coach.peek() === 'on' ? 'off' : 'on';
        }}
      />
      {!isPractising && (
        <ToolButton
          icon={Eye}
          text={say('patient.truth.show')}
          isPressed={patient.isTruthShown.value}
          onPress={() => {
            patient.isTruthShown.value = !patient.isTruthShown.value;
          }}
        />
      )}
      {!isPractising && <ToolButton icon={RotateCcw} text={say('patient.reset')} onPress={reset} />}
    </ToolRow>
  );
}
