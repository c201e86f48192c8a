import { computed, signal } from '@preact/signals';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { PictureAnnotation, PictureRow, Project, Proposal } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';
import { openBitmap } from './open-bitmap.ts';
import type { Analyse } from './open-original.ts';
import { OpenPicture } from './open-picture.ts';
import { PictureList } from './picture-list.ts';
import { projectLabels } from './project-labels.ts';
import { Proposer } from './proposer.ts';
import { StrokeSaver } from './stroke-saver.ts';

/** What the work screen shows. */
export type WorkView =
  | { readonly name: 'loading' | 'missing' | 'empty' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'open'; readonly picture: OpenPicture };

interface Dependencies {
  readonly store: AnnotationStore;
  readonly project: string;
  readonly analyse: Analyse;
  /** Whether the model's outlines are put on untouched pictures by themselves. */
  readonly isProposing: () => boolean;
}

/** How often a busy other tab, or adding pictures, makes this one read the list again. */
const rereadMs = 500;

/** The work on a project: one picture at a time, where somebody was, and what comes next. */
export class WorkModel {
  readonly view = signal<WorkView>({ name: 'loading' });
  readonly project = signal<Project | null>(null);
  readonly list = new PictureList();
  readonly labels = computed(() => projectLabels(this.project.value?.labels ?? []));
  readonly saver: StrokeSaver;
  readonly proposer: Proposer;
  /** The label that was drawn last, for the next picture. */
  private label = '';
  private turn = 0;
  private reading: ReturnType<typeof setTimeout> | undefined;
  private readonly unsubscribe: () => void;

  constructor(private readonly dependencies: Dependencies) {
    const { store, project, analyse } = dependencies;
    this.saver = new StrokeSaver({
      store,
      project,
      revisionOf: (id) => this.list.find(id)?.revision ?? 0,
      onSaved: (row) => this.list.take(row),
      onConflict: (id) => void this.reread().then(() => this.open(id)),
    });
    const onProposal = (id: string, proposal: Proposal): void => this.hearProposal(id, proposal);
    this.proposer = new Proposer({ store, analyse, onProposal });
    this.unsubscribe = store.subscribe(() => {
      this.reading ??= setTimeout(() => void this.reread(), rereadMs);
    });
  }

  /** Opens the project at the picture where somebody was. */
  async start(): Promise<void> {
    const { store, project } = this.dependencies;
    try {
      const found = await store.readProject(project);
      this.list.merge(await store.listPictures(project));
      this.project.value = found;
      const [first] = this.list.rows.value;
      if (found === null) this.view.value = { name: 'missing' };
      else if (first === undefined) this.view.value = { name: 'empty' };
      else await this.open((this.list.find(found.lastPicture ?? '') ?? first).id);
    } catch (thrown) {
      this.view.value = { name: 'failed', failure: toFailure(thrown) };
    }
  }

  /** Shows a picture; a later call overtakes one that is still opening. */
  async open(id: string): Promise<void> {
    const row = this.list.find(id);
    if (row === null) return;
    const turn = ++this.turn;
    this.leave();
    const { store, project } = this.dependencies;
    // Where somebody was is a convenience: the work itself is saved elsewhere, and tells when it cannot be.
    store.setLastPicture(project, id).catch(() => undefined);
    try {
      const reading = store.readAnnotation(id);
      const bitmap = await openBitmap(store, id, row.fileName);
      const annotation = await reading;
      if (turn === this.turn) this.show(row, bitmap, annotation);
      else bitmap.close();
    } catch (thrown) {
      if (turn === this.turn) this.view.value = { name: 'failed', failure: toFailure(thrown) };
    }
  }

  /** Goes to the next or previous picture. */
  go(step: 1 | -1): void {
    const view = this.view.value;
    const row = view.name === 'open' ? this.list.neighbour(view.picture.row.id, step) : null;
    if (row) void this.open(row.id);
  }

  /** Marks the open picture and goes on; where nothing is left in front, to what was passed by. */
  finish(status: 'done' | 'skipped'): void {
    const view = this.view.value;
    if (view.name !== 'open') return;
    view.picture.mark(status);
    const next = this.list.following(view.picture.row.id);
    if (next) void this.open(next.id);
  }

  /** Takes what the model says of this picture, now or when it comes, and has it look ahead. */
  propose(picture: OpenPicture): void {
    if (picture.proposal.value !== null && picture.isBlank) picture.takeProposal();
    const self = picture.proposal.value === null ? [picture.row] : [];
    this.proposer.want([...self, ...this.list.untouchedAfter(picture.row.id)]);
  }

  /** Keeps what was drawn, and hears no more. */
  end(): void {
    this.leave();
    this.turn += 1;
    clearTimeout(this.reading);
    this.proposer.stop();
    this.unsubscribe();
  }

  private leave(): void {
    const view = this.view.peek();
    if (view.name !== 'open') return;
    view.picture.contour.closeLine();
    this.label = view.picture.contour.label.peek();
  }

  private show(row: PictureRow, bitmap: ImageBitmap, stored: PictureAnnotation): void {
    const unsaved = this.saver.unsaved(row.id);
    const labels = this.labels.value;
    const picture = new OpenPicture({
      row: { ...row, status: unsaved?.status ?? row.status },
      bitmap,
      annotation: unsaved?.annotation ?? stored,
      labels: labels.includes(this.label) ? [this.label, ...labels] : labels,
      onChange: (annotation, status) => this.saver.save(row.id, { annotation, status }),
    });
    this.view.value = { name: 'open', picture };
    if (this.dependencies.isProposing()) this.propose(picture);
  }

  private hearProposal(id: string, proposal: Proposal): void {
    const view = this.view.value;
    if (view.name !== 'open' || view.picture.row.id !== id) return;
    view.picture.hear(proposal);
    if (this.dependencies.isProposing() && view.picture.isBlank) view.picture.takeProposal();
  }

  /** What another tab wrote, or was added meanwhile. */
  private async reread(): Promise<void> {
    this.reading = undefined;
    const { store, project } = this.dependencies;
    const rows = await store.listPictures(project).catch(() => null);
    if (rows === null) return;
    const view = this.view.value;
    const id = view.name === 'open' ? view.picture.row.id : '';
    const before = this.list.find(id)?.revision ?? 0;
    this.list.merge(rows);
    if (view.name === 'empty') return this.start();
    const isElsewhere = (this.list.find(id)?.revision ?? 0) > before;
    if (isElsewhere && this.saver.unsaved(id) === null) await this.open(id);
  }
}
