import { type ChangeListener, type Changes, createSharedChanges } from '../history/changes.ts';
import type { StoredPicture } from '../history/examination.ts';
import { openSelfHealing, type SelfHealingDatabase } from '../history/self-healing-database.ts';
import * as pictures from './pictures.ts';
import type {
  AnnotationChange,
  NewPicture,
  PictureAnnotation,
  PictureRow,
  Project,
  ProjectProgress,
  Proposal,
} from './project.ts';
import * as projects from './projects.ts';
import { type AnnotationSchema, upgradeSteps } from './schema.ts';

/** A clock, and the database that tests use. */
export interface AnnotationStoreOptions {
  readonly name?: string;
  readonly now?: () => number;
}

/** The name of the annotation database; history and models lie in others, so that none can harm another. */
export const annotationDatabaseName = 'kidney-coach-annotation';

/**
 * Opens the store.
 * @throws Failure as `openSelfHealing`
 */
export async function openAnnotationStore(options: AnnotationStoreOptions = {}): Promise<AnnotationStore> {
  const { name = annotationDatabaseName, now = Date.now } = options;
  const database = await openSelfHealing<AnnotationSchema>({ name, steps: upgradeSteps, patienceMs: 5000 });
  return new AnnotationStore(database, createSharedChanges(name), now);
}

/**
 * All that is being labelled on this device. Calls may reject with a Failure: `storage-full` (nothing half-written),
 * `storage-blocked`, or `storage-outdated` (another tab runs a newer version: reload).
 */
export class AnnotationStore {
  constructor(
    private readonly database: SelfHealingDatabase<AnnotationSchema>,
    private readonly changes: Changes,
    private readonly now: () => number,
  ) {}

  /** The projects that are not removed, the one worked on last first. */
  listProjects(): Promise<readonly ProjectProgress[]> {
    return this.database.use(projects.list);
  }

  async createProject(name: string): Promise<Project> {
    const now = this.now();
    const times = { createdAt: now, updatedAt: now, deletedAt: null };
    const file = { labelKey: 'Anatomy', labels: [] };
    const project = { id: crypto.randomUUID(), name, ...file, ...times, lastPicture: null };
    await this.database.use((open) => open.put('projects', project));
    this.changes.publish([project.id]);
    return project;
  }

  /** A project that is not removed; null when there is none. */
  async readProject(id: string): Promise<Project | null> {
    const project = await this.database.use((open) => open.get('projects', id));
    return project === undefined || project.deletedAt !== null ? null : project;
  }

  renameProject(id: string, name: string): Promise<void> {
    return this.amend(id, { name, updatedAt: this.now() });
  }

  /** Remembers what an imported file says about itself, and which attribute names what was marked. */
  describeFile(id: string, about: Pick<Project, 'labelKey' | 'labels' | 'about'>): Promise<void> {
    return this.amend(id, about);
  }

  /** Remembers where somebody was, so that the work resumes there. */
  setLastPicture(id: string, lastPicture: string): Promise<void> {
    return this.amend(id, { lastPicture });
  }

  /** Takes a project off the list; `restoreProject` undoes it until it is purged. */
  removeProject(id: string): Promise<void> {
    return this.amend(id, { deletedAt: this.now() });
  }

  restoreProject(id: string): Promise<void> {
    return this.amend(id, { deletedAt: null });
  }

  /** Deletes for good what was removed before this time (milliseconds since 1970); returns how many. */
  async purge(before: number): Promise<number> {
    const gone = await this.database.use((open) => projects.purge(open, before));
    this.changes.publish(gone);
    return gone.length;
  }

  /** The rows of a project's pictures, in order. */
  listPictures(project: string): Promise<readonly PictureRow[]> {
    return this.database.use((open) => pictures.list(open, project));
  }

  /** Adds a picture; null when a file of this name and size is there already. */
  async addPicture(project: string, picture: NewPicture): Promise<PictureRow | null> {
    const row = await this.database.use((open) => pictures.add(open, picture, { project, now: this.now() }));
    if (row) this.changes.publish([project, row.id]);
    return row;
  }

  async readPicture(id: string): Promise<StoredPicture | null> {
    return (await this.database.use((open) => open.get('pictures', id))) ?? null;
  }

  readAnnotation(id: string): Promise<PictureAnnotation> {
    return this.database.use((open) => pictures.readAnnotation(open, id));
  }

  /** What was said of these pictures, in their order. */
  readAnnotations(ids: readonly string[]): Promise<readonly PictureAnnotation[]> {
    return this.database.use((open) => pictures.readAnnotations(open, ids));
  }

  /**
   * Writes annotations of one project in one transaction.
   * @throws Failure `annotation-changed` when another tab changed one meanwhile; nothing is written then
   */
  async save(project: string, changes: readonly AnnotationChange[]): Promise<readonly PictureRow[]> {
    const where = { project, now: this.now() };
    const rows = await this.database.use((open) => pictures.save(open, changes, where));
    this.changes.publish([project, ...rows.map(({ id }) => id)]);
    return rows;
  }

  /** Keeps a model's proposal beside what people drew, which is not changed. */
  propose(id: string, proposal: Proposal): Promise<void> {
    return this.database.use((open) => pictures.propose(open, id, proposal));
  }

  /** Calls `listener` with the ids of what was changed, projects and pictures, in this tab or another. */
  subscribe(listener: ChangeListener): () => void {
    return this.changes.subscribe(listener);
  }

  close(): void {
    this.changes.close();
    this.database.close();
  }

  private async amend(id: string, change: Partial<Project>): Promise<void> {
    await this.database.use((open) => projects.amend(open, id, change));
    this.changes.publish([id]);
  }
}
