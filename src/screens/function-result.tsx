import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { RiskMap } from '../components/risk-map.tsx';
import { Warning } from '../components/warning.tsx';
import type { FunctionModel } from '../function-model.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { Assessment, BloodAssessment } from '../kidney-function/assess-blood.ts';
import { doubtOfCreatinine } from '../kidney-function/blood-draft.ts';
import { equationForAge } from '../kidney-function/equation-validity.ts';
import { checksAYear, riskOf } from '../kidney-function/kdigo.ts';
import styles from './function-result.module.css';

/** What the blood test says: the estimate, its stage, the risk by KDIGO and what is known of disease. */
export function BloodResult({ model }: { readonly model: FunctionModel }): VNode {
  const assessment = model.assessment.value;
  const doubt = doubtOfCreatinine(model.draft.value);
  return (
    <section class={card.card} aria-live="polite">
      <h2>{say('egfr.title')}</h2>
      {assessment === null && <p class={card.quiet}>{say(doubt === null ? 'egfr.empty' : 'egfr.refused')}</p>}
      {assessment?.kind === 'none' && <NoEstimate model={model} why={assessment.why} />}
      {assessment?.kind === 'assessed' && (
        <>
          {doubt !== null && <Warning>{say('egfr.check-unit')}</Warning>}
          <Estimate assessment={assessment} />
          {assessment.stages.length === 0 ? (
            <p>{say('egfr.no-stages')}</p>
          ) : (
            <Risk assessment={assessment} unit={model.draft.value.albuminUnit} />
          )}
        </>
      )}
    </section>
  );
}

interface NoEstimateProps {
  readonly model: FunctionModel;
  readonly why: Extract<Assessment, { kind: 'none' }>['why'];
}

/** Why there is no number, and where another equation holds, the way to it. */
function NoEstimate({ model, why }: NoEstimateProps): VNode {
  const { equation } = model.draft.value;
  const fitting = equationForAge(model.patient.value.ageYears ?? 0);
  const isOtherNeeded = why === 'too-young' || why === 'too-old';
  return (
    <div class={styles.none}>
      <p>{say(`egfr.none.${why}`, { equation: say(`equation.${equation}`) })}</p>
      {isOtherNeeded && fitting !== null && (
        <Button kind="primary" onPress={() => model.useFittingEquation()}>
          {say('equation.use', { equation: say(`equation.${fitting}`) })}
        </Button>
      )}
    </div>
  );
}

function Estimate({ assessment }: { readonly assessment: BloodAssessment }): VNode {
  const { egfr, equation, isReportedFrom60, stages } = assessment;
  const exact = egfr.toFixed(2);
  const name = say(`equation.${equation}`);
  return (
    <div>
      <p class={styles.number}>
        <span class={styles.value}>{egfrWords(assessment)}</span>
        <span class={card.quiet}>{say('function.unit')}</span>
      </p>
      <p class={card.small}>
        {isReportedFrom60
          ? `${say('egfr.by-60', { equation: name })}. ${say('egfr.from-60.more', { egfr: exact })}`
          : say('egfr.by', { equation: name, exact })}
      </p>
      {stages.length > 0 && <p class={styles.stage}>{stageWords(assessment)}</p>}
    </div>
  );
}

/** The estimate as a laboratory reports it: a whole number, or "≥ 60". */
export function egfrWords({ egfr, isReportedFrom60 }: BloodAssessment): string {
  return isReportedFrom60 ? say('egfr.from-60') : String(Math.round(egfr));
}

/** "G2 A1: mildly decreased; albumin normal to mildly increased." */
function stageWords({ stages: [first = 'G1', second], albumin }: BloodAssessment): string {
  const gfr = second === undefined ? say(`gfr-stage.${first}`) : say('gfr-stage.G1-G2');
  const codes = [second === undefined ? first : `${first}–${second}`, albumin].filter(Boolean).join(' ');
  return `${codes}: ${gfr}, ${say(`gfr-stage.${albumin ?? 'A-unknown'}`)}`;
}

interface RiskProps {
  readonly assessment: BloodAssessment;
  readonly unit: Parameters<typeof RiskMap>[0]['unit'];
}

function Risk({ assessment, unit }: RiskProps): VNode {
  const { stages, albumin, sign } = assessment;
  return (
    <>
      <h3>{say('ckd-risk.title')}</h3>
      <RiskMap stages={stages} albumin={albumin} unit={unit} />
      <p>{riskWords(assessment)}</p>
      <p>{say(`ckd-sign.${sign}`)}</p>
      <p class={card.small}>{say('ckd-risk.source')}</p>
    </>
  );
}

// G1 and G2, where either may be meant, have the same risk and checks.
function riskWords({ stages: [stage = 'G1'], albumin }: BloodAssessment): string {
  if (albumin === null) return say('ckd-risk.row');
  const risk = riskOf(stage, albumin);
  return `${say(`ckd-risk.says.${risk}`)} ${checkWords(risk === 'low', checksAYear(stage, albumin))}`;
}

function checkWords(isLow: boolean, count: number): string {
  if (isLow) return say('ckd-risk.check-if-ckd');
  return count === 4 ? say('ckd-risk.check-four') : sayCount('ckd-risk.check', count);
}
