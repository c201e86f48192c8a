import { type ReadonlySignal, signal } from '@preact/signals';
import type { AnnotatedPicture, Annotations } from '../annotation/annotation.ts';
import type { Problem } from '../annotation/problem.ts';
import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { AnnotationChange } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';
import { askAboutFiles } from './annotation-link.ts';
import { type Matched, type MatchedAnnotations, matchAnnotations } from './match-annotations.ts';
import { labelsIn } from './project-labels.ts';

/** An annotation file on its way into a project. */
export type Importing = { readonly project: string } & (
  | { readonly name: 'reading' | 'writing' }
  /** Something is wrong, or somebody's work would be replaced: the user decides. */
  | {
      readonly name: 'asking';
      readonly annotations: Annotations;
      readonly match: MatchedAnnotations;
      readonly problems: readonly Problem[];
    }
  | { readonly name: 'done'; readonly count: number }
  | { readonly name: 'failed'; readonly failure: Failure }
);

/** Reads annotation files into a project: asks where anything is wrong, and writes all of it in one transaction or nothing. */
export class AnnotationImporter {
  private readonly current = signal<Importing | null>(null);
  /** The file that is read, or was last. */
  readonly importing: ReadonlySignal<Importing | null> = this.current;

  constructor(private readonly store: AnnotationStore) {}

  /** Reads files and compares them with the project; what is in order is written at once. Never rejects. */
  read(project: string, files: readonly File[]): Promise<void> {
    return this.run(project, 'reading', async () => {
      const opened = await Promise.all(files.map(openFile));
      const { annotations, problems: faults } = await askAboutFiles('read', { files: opened });
      const rows = await this.store.listPictures(project);
      const match = matchAnnotations(annotations, rows, files.map(({ name }) => name).join(', '));
      const problems = [...faults, ...match.problems];
      if (problems.length === 0 && match.taken.length === 0)
        return this.write(project, annotations, match.free);
      return { project, name: 'asking', annotations, match, problems };
    });
  }

  /** Writes what the user agreed to; `withTaken` replaces what stands on pictures that were worked on. */
  async agree(withTaken: boolean): Promise<void> {
    const asked = this.current.value;
    if (asked?.name !== 'asking') return;
    const { project, annotations, match } = asked;
    const chosen = withTaken ? [...match.free, ...match.taken] : match.free;
    await this.run(project, 'writing', () => this.write(project, annotations, chosen));
  }

  /** Leaves the project as it is, or puts the report away. */
  dismiss(): void {
    this.current.value = null;
  }

  private async run(
    project: string,
    name: 'reading' | 'writing',
    work: () => Promise<Importing>,
  ): Promise<void> {
    this.current.value = { project, name };
    try {
      this.current.value = await work();
    } catch (thrown) {
      this.current.value = { project, name: 'failed', failure: toFailure(thrown) };
    }
  }

  private async write(
    project: string,
    annotations: Annotations,
    chosen: readonly Matched[],
  ): Promise<Importing> {
    const { labelKey, about } = annotations;
    const proposals = await this.store.readAnnotations(chosen.map(({ row }) => row.id));
    const changes = chosen.map(({ row, said }, index): AnnotationChange => {
      const { attributes, regions } = said;
      const annotation = { attributes, regions, proposal: proposals[index]?.proposal ?? null };
      return {
        id: row.id,
        annotation,
        status: saysSomething(said) ? 'done' : row.status,
        revision: row.revision,
      };
    });
    await this.store.save(project, changes);
    const { labels: known = [] } = (await this.store.readProject(project)) ?? {};
    const labels = [...new Set([...known, ...labelsIn(annotations)])];
    await this.store.describeFile(project, { labelKey, labels, ...(about && { about }) });
    return { project, name: 'done', count: chosen.length };
  }
}

async function openFile(file: File) {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function saysSomething({ regions, attributes }: AnnotatedPicture): boolean {
  return regions.length > 0 || Object.keys(attributes).length > 0;
}
