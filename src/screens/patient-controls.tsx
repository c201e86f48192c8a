import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Choice } from '../components/choice.tsx';
import { say } from '../i18n/say.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import panel from './patient-controls.module.css';
import { PatientMachine } from './patient-machine.tsx';
import { PatientOverlays } from './patient-overlays.tsx';
import { PatientPerson } from './patient-person.tsx';
import { PatientProbe } from './patient-probe.tsx';
import styles from './patient-screen.module.css';

const groups = {
  probe: PatientProbe,
  machine: PatientMachine,
  person: PatientPerson,
  overlays: PatientOverlays,
} as const;

/** Every control, a group at a time, so that the picture stays beside what changes it. */
export function PatientControls({ patient }: { readonly patient: VirtualPatient }): VNode {
  const [group, setGroup] = useState<keyof typeof groups>('probe');
  const Group = groups[group];
  return (
    <section class={styles.controls} aria-label={say('patient.controls')}>
      <Choice
        title={say('patient.controls')}
        options={[
          { value: 'probe', text: say('patient.group.probe') },
          { value: 'machine', text: say('patient.group.machine') },
          { value: 'person', text: say('patient.group.person') },
          { value: 'overlays', text: say('patient.group.overlays') },
        ]}
        value={group}
        onChoose={setGroup}
      />
      <div class={panel.panel} data-group={group}>
        <Group patient={patient} />
      </div>
    </section>
  );
}
