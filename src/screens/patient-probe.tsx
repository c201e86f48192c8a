import type { VNode } from 'preact';
import card from '../components/card.module.css';
import { Choice } from '../components/choice.tsx';
import { ProbePad } from '../components/probe-pad.tsx';
import { say } from '../i18n/say.ts';
import { firstSettings } from '../patient/patient-settings.ts';
import { probeModels } from '../phantom/probe.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import styles from './patient-controls.module.css';
import { unit } from './patient-units.ts';
import { SettingSlider } from './setting-slider.tsx';

/** Another kind of probe comes with its own face and frequency. */
const { radiusCm, halfAngle, halfWidthCm, apertureCm, steerAngle, frequencyMhz } = firstSettings;
const usualFace = { radiusCm, halfAngle, halfWidthCm, apertureCm, steerAngle, frequencyMhz };

/** Which probe, and how it is held. */
export function PatientProbe({ patient }: { readonly patient: VirtualPatient }): VNode {
  const { kind } = patient.settings.value;
  return (
    <>
      <Choice
        title={say('patient.kind')}
        options={[
          { value: 'curvilinear', text: say('patient.kind.curvilinear') },
          { value: 'linear', text: say('patient.kind.linear') },
          { value: 'phased', text: say('patient.kind.phased') },
        ]}
        value={kind}
        onChoose={(chosen) => patient.change({ kind: chosen, ...usualFace })}
      />
      <div class={styles.pad}>
        <ProbePad patient={patient} />
        <p class={styles.hint}>{say('patient.pad.hint')}</p>
      </div>
      <div class={styles.sliders}>
        <SettingSlider patient={patient} name="xCm" label={say('patient.x')} format={unit.along} />
        <SettingSlider patient={patient} name="yCm" label={say('patient.y')} format={unit.across} />
        <SettingSlider
          patient={patient}
          name="rotation"
          label={say('patient.rotation')}
          format={unit.degrees}
        />
        <SettingSlider patient={patient} name="tilt" label={say('patient.tilt')} format={unit.degrees} />
        <SettingSlider patient={patient} name="rock" label={say('patient.rock')} format={unit.degrees} />
        <SettingSlider patient={patient} name="forceN" label={say('patient.force')} format={unit.newtons} />
      </div>
      <div class={styles.rest}>
        <Contact patient={patient} />
        <FaceShape patient={patient} />
      </div>
    </>
  );
}

/** How much of the face is lifted off the skin. */
function Contact({ patient }: { readonly patient: VirtualPatient }): VNode {
  return (
    <div class={styles.sliders}>
      <SettingSlider
        patient={patient}
        name="liftedLeft"
        label={say('patient.lifted.left')}
        format={unit.share}
      />
      <SettingSlider
        patient={patient}
        name="liftedRight"
        label={say('patient.lifted.right')}
        format={unit.share}
      />
    </div>
  );
}

/** Curved faces have a radius and an angle, straight ones a width and a trapezoid. */
function FaceShape({ patient }: { readonly patient: VirtualPatient }): VNode {
  const { kind } = patient.settings.value;
  return (
    <details>
      <summary class={card.summary}>{say('patient.face')}</summary>
      <div class={styles.sliders}>
        {kind === 'linear' ? <StraightFace patient={patient} /> : <CurvedFace patient={patient} />}
        <SettingSlider
          patient={patient}
          name="apertureCm"
          label={say('patient.face.aperture')}
          format={unit.centimetres}
          otherwise={probeModels[kind].apertureCm}
        />
      </div>
    </details>
  );
}

function StraightFace({ patient }: { readonly patient: VirtualPatient }): VNode {
  return (
    <>
      <SettingSlider
        patient={patient}
        name="steerAngle"
        label={say('patient.trapezoid')}
        format={unit.degrees}
      />
      <SettingSlider
        patient={patient}
        name="halfWidthCm"
        label={say('patient.face.width')}
        format={unit.doubledCentimetres}
        otherwise={probeModels.linear.halfWidthCm}
      />
    </>
  );
}

function CurvedFace({ patient }: { readonly patient: VirtualPatient }): VNode {
  const usual = probeModels[patient.settings.value.kind];
  return (
    <>
      <SettingSlider
        patient={patient}
        name="halfAngle"
        label={say('patient.face.angle')}
        format={unit.doubledDegrees}
        otherwise={usual.halfAngle}
      />
      <SettingSlider
        patient={patient}
        name="radiusCm"
        label={say('patient.face.radius')}
        format={unit.centimetres}
        otherwise={usual.radiusCm}
      />
    </>
  );
}
