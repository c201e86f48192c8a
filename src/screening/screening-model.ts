import { computed, signal } from '@preact/signals';
import type { OpenedModel } from '../../workers/protocol.ts';
import {
  type EvaluatedFinding,
  type EvaluatedSet,
  keepEvaluatedSet,
  readEvaluatedSet,
} from '../evaluated-set.ts';
import { type Failure, toFailure } from '../failure.ts';
import { findings } from '../findings/finding.ts';
import { readTruthTable, type TruthProblem } from '../findings/read-truth-table.ts';
import type { Truths } from '../findings/truths.ts';
import type { PickedFile } from '../frame/picked-file.ts';
import { type OwnPicture, sortOwnFiles } from './own-pictures.ts';
import { type OwnReading, type OwnRefusal, type OwnServices, readOwnPicture } from './read-own-picture.ts';

/** A picture that somebody knows something of. */
export interface KnownPicture extends OwnPicture {
  readonly truths: Truths;
}

/** A picture that was read, while this window is open. */
export interface ReadOwn {
  readonly picture: KnownPicture;
  readonly readings: Extract<OwnReading, { kind: 'read' }>['readings'];
}

/** What came of a set. Pictures are there only while the window is open in which they were chosen. */
export interface Evaluated {
  readonly set: EvaluatedSet;
  readonly read: readonly ReadOwn[];
  readonly refused: readonly { readonly picture: KnownPicture; readonly refusal: OwnRefusal }[];
}

/** What is going on. */
export type ScreeningPhase =
  | { readonly name: 'choosing' }
  | { readonly name: 'opening' }
  | { readonly name: 'reading'; readonly done: number; readonly total: number }
  | { readonly name: 'evaluated'; readonly evaluated: Evaluated };

interface Dependencies extends OwnServices {
  /** The name of the model that is set. */
  readonly model: string;
  readonly openModel: (name: string) => Promise<OpenedModel>;
}

/** A person's own pictures on their way to what a model is worth on them. */
export class ScreeningModel {
  readonly pictures = signal<ReadonlyMap<string, OwnPicture>>(new Map());
  readonly table = signal<{ readonly name: string; readonly truths: ReadonlyMap<string, Truths> } | null>(
    null,
  );
  readonly problems = signal<readonly TruthProblem[]>([]);
  readonly withFaults = signal(false);
  readonly phase = signal<ScreeningPhase>({ name: 'choosing' });
  readonly failure = signal<Failure | null>(null);
  /** Pictures that a table, or else a folder, says something of. */
  readonly known = computed((): KnownPicture[] =>
    [...this.pictures.value].flatMap(([key, picture]) => {
      const truths = this.table.value?.truths.get(key) ?? picture.byFolder;
      return truths !== null && Object.keys(truths).length > 0 ? [{ ...picture, truths }] : [];
    }),
  );
  /** Rows of the table that no picture goes with. */
  readonly unmatched = computed(
    () => [...(this.table.value?.truths.keys() ?? [])].filter((key) => !this.pictures.value.has(key)).length,
  );
  private stopWork = new AbortController();

  constructor(private readonly dependencies: Dependencies) {
    this.restore();
  }

  /** Which model is asked. */
  get model(): string {
    return this.dependencies.model;
  }

  /** Takes pictures and tables in; both add to what was chosen before, a table in place of the last one. */
  async choose(picked: readonly PickedFile[]): Promise<void> {
    this.failure.value = null;
    try {
      const { pictures, tables } = await sortOwnFiles(picked);
      this.pictures.value = new Map([...this.pictures.value, ...pictures]);
      const [table] = tables;
      if (table === undefined) return;
      const { truths, problems } = readTruthTable(await table.text());
      this.table.value = { name: table.name, truths };
      this.problems.value = problems;
    } catch (thrown) {
      this.failure.value = toFailure(thrown);
    }
  }

  /** Reads all that is known something of, one picture after the other, and keeps what came of it. */
  async evaluate(): Promise<void> {
    const { signal: stopped } = this.restart();
    this.phase.value = { name: 'opening' };
    try {
      const opened = await this.dependencies.openModel(this.model);
      const evaluated = await this.readAll(opened, stopped);
      stopped.throwIfAborted();
      this.phase.value = { name: 'evaluated', evaluated };
      if (evaluated.read.length > 0) keepEvaluatedSet(evaluated.set);
    } catch (thrown) {
      // What a person stopped needs no word.
      if (stopped.aborted) return;
      if (this.phase.value.name !== 'evaluated') this.phase.value = { name: 'choosing' };
      this.failure.value = toFailure(thrown);
    }
  }

  /** Back to the choice of pictures, which stay chosen; ends what is going on. */
  change(): void {
    this.restart();
    this.phase.value = { name: 'choosing' };
  }

  /** Gives up reading; what came of an earlier set stays on the screen. */
  stop(): void {
    const { name } = this.phase.value;
    if (name === 'opening' || name === 'reading') this.change();
  }

  /** Takes all pictures and the table out. */
  clear(): void {
    this.pictures.value = new Map();
    this.table.value = null;
    this.problems.value = [];
  }

  private restore(): void {
    const set = readEvaluatedSet(this.model);
    if (set) this.phase.value = { name: 'evaluated', evaluated: { set, read: [], refused: [] } };
  }

  private restart(): AbortController {
    this.stopWork.abort();
    this.stopWork = new AbortController();
    this.failure.value = null;
    return this.stopWork;
  }

  private async readAll({ identity }: OpenedModel, stopped: AbortSignal): Promise<Evaluated> {
    const known = this.known.value;
    const wish = { model: this.model, withFaults: this.withFaults.value };
    const read: ReadOwn[] = [];
    const refused: Evaluated['refused'][number][] = [];
    for (const [done, picture] of known.entries()) {
      stopped.throwIfAborted();
      this.phase.value = { name: 'reading', done, total: known.length };
      const reading = await readOwnPicture(picture.file, wish, this.dependencies);
      if (reading.kind === 'read') read.push({ picture, readings: reading.readings });
      else refused.push({ picture, refusal: reading.refusal });
    }
    const counts = { read: read.length, refused: refused.length };
    const set = { model: identity, evaluatedAt: Date.now(), ...counts, findings: judgeAll(read) };
    return { set, read, refused };
  }
}

/** By finding, what was said of the pictures of which the truth is known. */
function judgeAll(read: readonly ReadOwn[]): EvaluatedFinding[] {
  return findings.flatMap((finding) => {
    const said = read.flatMap(({ picture: { truths }, readings }) => {
      const holds = truths[finding];
      const reading = readings.find((one) => one.finding === finding);
      return holds === undefined || reading === undefined ? [] : [{ holds, ...reading }];
    });
    const [first] = said;
    if (first === undefined) return [];
    const judged = said.map(({ probability, holds }) => ({ probability, holds }));
    return [{ finding, threshold: first.threshold, judged }];
  });
}
