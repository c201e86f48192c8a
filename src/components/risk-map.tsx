import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import type { AlbuminUnit } from '../kidney-function/blood-test.ts';
import {
  type AlbuminStage,
  albuminLimits,
  albuminStages,
  checksAYear,
  egfrRange,
  type GfrStage,
  gfrStages,
  riskOf,
} from '../kidney-function/kdigo.ts';
import styles from './risk-map.module.css';

interface RiskMapProps {
  readonly stages: readonly GfrStage[];
  /** Null where albumin is not known: each cell of the row may be this patient's. */
  readonly albumin: AlbuminStage | null;
  /** In which the limits of the columns are written. */
  readonly unit: AlbuminUnit;
}

/** KDIGO's map of risk and checks a year as a table of words on colours, with this patient's cell framed. */
export function RiskMap({ stages, albumin, unit }: RiskMapProps): VNode {
  return (
    <table class={styles.map}>
      <caption class="visually-hidden">{say('ckd-risk.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{unit}</th>
          {albuminStages.map((column) => (
            <th scope="col" key={column}>
              <span class={styles.stage}>{column}</span>
              {limitWords(column, unit)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gfrStages.map((row) => (
          <tr key={row}>
            <th scope="row">
              <span class={styles.stage}>{row}</span>
              {rangeWords(row)}
            </th>
            {albuminStages.map((column) => (
              <Cell
                key={column}
                row={row}
                column={column}
                mark={stages.includes(row) ? markOf(albumin, column) : null}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Mark = 'own' | 'possible' | null;

function markOf(albumin: AlbuminStage | null, column: AlbuminStage): Mark {
  if (albumin === null) return 'possible';
  return albumin === column ? 'own' : null;
}

interface CellProps {
  readonly row: GfrStage;
  readonly column: AlbuminStage;
  readonly mark: Mark;
}

function Cell({ row, column, mark }: CellProps): VNode {
  const risk = riskOf(row, column);
  const count = checksAYear(row, column);
  return (
    <td class={`${styles.cell} ${styles[risk]} ${mark === null ? '' : styles[mark]}`}>
      {say(`ckd-risk.${risk}`)}
      <span class={styles.checks}>
        {count === 4 ? say('ckd-risk.checks.four') : say('ckd-risk.checks', { count })}
      </span>
      {mark && <span class="visually-hidden"> ({say(`ckd-risk.mark.${mark}`)})</span>}
    </td>
  );
}

function limitWords(column: AlbuminStage, unit: AlbuminUnit): string {
  const [low, high] = albuminLimits[unit];
  if (column === 'A1') return say('ckd-risk.A1.limits', { low });
  return column === 'A2' ? say('ckd-risk.A2.limits', { low, high }) : say('ckd-risk.A3.limits', { high });
}

function rangeWords(row: GfrStage): string {
  const { from, to } = egfrRange(row);
  if (to === null) return say('ckd-risk.row.from', { from: from ?? 0 });
  return from === null ? say('ckd-risk.row.below', { to: to + 1 }) : `${from}–${to}`;
}
