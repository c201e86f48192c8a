import { ChevronDown, ChevronRight } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { EvaluatedFinding } from '../evaluated-set.ts';
import { formatProbability } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { ReadOwn } from '../screening/screening-model.ts';
import list from './agreement-pictures.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FilePicture } from './file-picture.tsx';
import { Icon } from './icon.tsx';
import styles from './screening.module.css';

interface ScreeningCountsProps {
  readonly finding: EvaluatedFinding;
  /** Empty after a reload: pictures are not kept. */
  readonly read: readonly ReadOwn[];
}

const cells = ['tp', 'fn', 'fp', 'tn'] as const;
type Cell = (typeof cells)[number];

/** What was called and what was there; a number opens the pictures behind it. */
export function ScreeningCounts({ finding, read }: ScreeningCountsProps): VNode {
  const [open, setOpen] = useState<Cell | null>(null);
  const { judged, threshold } = finding;
  const count = (cell: Cell) =>
    judged.filter(({ probability, holds }) => cellOf(holds, probability >= threshold) === cell).length;
  return (
    <section class={card.card}>
      <h2>{say('screening.counts')}</h2>
      <p class={card.small}>{say(read.length > 0 ? 'screening.counts.hint' : 'screening.counts.gone')}</p>
      <div class={styles.counts}>
        <span />
        <span>{say('screening.called')}</span>
        <span>{say('screening.left')}</span>
        <span>{say('screening.holds')}</span>
        {cells.slice(0, 2).map((cell) => (
          <CountButton
            key={cell}
            {...{ cell, open, setOpen, count: count(cell), isDead: read.length === 0 }}
          />
        ))}
        <span>{say('screening.holds-not')}</span>
        {cells.slice(2).map((cell) => (
          <CountButton
            key={cell}
            {...{ cell, open, setOpen, count: count(cell), isDead: read.length === 0 }}
          />
        ))}
      </div>
      {open !== null && <CellPictures key={open} cell={open} finding={finding} read={read} />}
    </section>
  );
}

function cellOf(holds: boolean, isCalled: boolean): Cell {
  return holds ? (isCalled ? 'tp' : 'fn') : isCalled ? 'fp' : 'tn';
}

interface CountButtonProps {
  readonly cell: Cell;
  readonly count: number;
  readonly open: Cell | null;
  readonly setOpen: (cell: Cell | null) => void;
  readonly isDead: boolean;
}

function CountButton({ cell, count, open, setOpen, isDead }: CountButtonProps): VNode {
  const isRight = cell === 'tp' || cell === 'tn';
  return (
    <button
      type="button"
      class={`${styles.count} ${isRight ? styles.right : styles.wrong}`}
      aria-label={say(`screening.cell.${cell}`, { count })}
      aria-expanded={open === cell}
      disabled={isDead || count === 0}
      onClick={() => setOpen(open === cell ? null : cell)}
    >
      {count}
    </button>
  );
}

/** So many pictures more at each tap. */
const step = 10;

function CellPictures({ cell, finding, read }: ScreeningCountsProps & { readonly cell: Cell }): VNode {
  const [shown, setShown] = useState(step);
  const there = read.flatMap(({ picture, readings }) => {
    const holds = picture.truths[finding.finding];
    const reading = readings.find((one) => one.finding === finding.finding);
    if (holds === undefined || reading === undefined) return [];
    const { probability } = reading;
    return cellOf(holds, probability >= finding.threshold) === cell ? [{ picture, probability }] : [];
  });
  // What is farthest on its side is the plainest case, right or wrong.
  const isCalled = cell === 'tp' || cell === 'fp';
  const sorted = there.sort((a, b) =>
    isCalled ? b.probability - a.probability : a.probability - b.probability,
  );
  return (
    <>
      <h3>{say(`screening.cell.${cell}`, { count: sorted.length })}</h3>
      <ul class={list.list}>
        {sorted.slice(0, shown).map(({ picture, probability }) => (
          <li key={picture.path}>
            <PictureRow path={picture.path} file={picture.file} probability={probability} />
          </li>
        ))}
      </ul>
      {sorted.length > shown && (
        <Button onPress={() => setShown(shown + step)}>
          {say('screening.more', { count: sorted.length - shown })}
        </Button>
      )}
    </>
  );
}

interface PictureRowProps {
  readonly path: string;
  readonly file: File;
  readonly probability: number;
}

function PictureRow({ path, file, probability }: PictureRowProps): VNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" class={list.row} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon node={isOpen ? ChevronDown : ChevronRight} />
        <span class={list.name}>{path}</span>
        <span class={list.dice}>{formatProbability(probability)}</span>
      </button>
      {isOpen && <FilePicture file={file} label={say('screening.picture', { name: path })} />}
    </>
  );
}
