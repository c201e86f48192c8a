import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Attributes, Region } from '../annotation/annotation.ts';
import type { PictureAnnotation, PictureRow, Proposal, WorkStatus } from '../annotation-store/project.ts';
import { ContourModel } from '../contour-model.ts';
import { applyEdit, editedShapes, type NamedRegion, nameRegions, presentRegions } from './edited-regions.ts';
import { respell } from './project-labels.ts';

interface OpenPictureOptions {
  readonly row: PictureRow;
  readonly bitmap: ImageBitmap;
  readonly annotation: PictureAnnotation;
  /** The names of the project, the one that is drawn first before the others. */
  readonly labels: readonly string[];
  /** Called at the end of each stroke and with every other change. */
  readonly onChange: (annotation: PictureAnnotation, status: WorkStatus) => void;
}

/** The picture that is worked on: its outlines, what is said about it, and how far it is. */
export class OpenPicture {
  readonly row: PictureRow;
  readonly bitmap: ImageBitmap;
  readonly contour: ContourModel;
  readonly attributes: Signal<Attributes>;
  readonly status: Signal<WorkStatus>;
  /** What the model outlined; null while it was not asked. */
  readonly proposal: ReadonlySignal<Proposal | null>;
  private readonly proposed: Signal<Proposal | null>;
  private named: readonly NamedRegion[];

  constructor(private readonly options: OpenPictureOptions) {
    const { row, bitmap, annotation, labels } = options;
    this.row = row;
    this.bitmap = bitmap;
    this.named = nameRegions(annotation.regions);
    this.attributes = signal(annotation.attributes);
    this.status = signal(row.status);
    this.proposed = signal(annotation.proposal);
    this.proposal = this.proposed;
    this.contour = new ContourModel({
      shapes: editedShapes(this.named),
      label: labels[0] ?? '',
      onChange: (shapes) => {
        this.named = applyEdit(this.named, shapes);
        this.change(this.begun());
      },
    });
  }

  /** Shapes that the editor does not edit. */
  get fixed(): readonly Region[] {
    return this.named.map(({ region }) => region).filter(({ shape }) => shape.kind !== 'polygon');
  }

  /** Nobody and nothing has drawn on it yet, and no stroke is being made. */
  get isBlank(): boolean {
    const { shapes, line } = this.contour;
    const isDrawn = this.named.length > 0 || shapes.value.length > 0 || line.value.length > 0;
    return this.status.value === 'new' && !isDrawn;
  }

  annotation(): PictureAnnotation {
    const regions = presentRegions(this.named, this.contour.shapes.value);
    return { attributes: this.attributes.value, regions, proposal: this.proposed.value };
  }

  setAttributes(attributes: Attributes): void {
    this.attributes.value = attributes;
    this.change(this.begun());
  }

  mark(status: WorkStatus): void {
    this.contour.closeLine();
    this.change(status);
  }

  /** The model's answer has come. */
  hear(proposal: Proposal): void {
    this.proposed.value = proposal;
  }

  /** Puts the model's outlines in the place of all outlines with the same names, as one step that can be undone. */
  takeProposal(): void {
    const regions = respell(this.proposed.value?.regions ?? [], this.options.labels);
    if (regions.length === 0) return;
    const before = this.status.value;
    const taken = new Set(regions.map(({ label }) => label));
    const kept = this.contour.shapes.value.filter(({ label }) => !taken.has(label));
    const offered = regions.map((region, index) => {
      return { id: `proposed ${this.named.length + index}`, region };
    });
    this.named = [...this.named, ...offered];
    this.contour.commit([...kept, ...editedShapes(offered)]);
    if (before === 'new' || before === 'proposed') this.change('proposed');
  }

  private begun(): WorkStatus {
    return this.status.value === 'done' ? 'done' : 'begun';
  }

  private change(status: WorkStatus): void {
    this.status.value = status;
    this.options.onChange(this.annotation(), status);
  }
}
