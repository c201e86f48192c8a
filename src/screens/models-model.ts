import { signal } from '@preact/signals';
import type { InstalledModel, ModelJob } from '../../workers/protocol.ts';
import { showToast } from '../components/toast.tsx';
import { Failure, toFailure } from '../failure.ts';
import { say } from '../i18n/say.ts';
import type { Inference } from '../inference.ts';
import { findingsModel, functionModel, screeningModels, shippedCropModel } from '../settings.ts';

/** What models do on a kidney's crop; each job has a model of its own. */
type CropJob = Extract<ModelJob, 'findings' | 'function'>;

const chosen = { findings: findingsModel, function: functionModel } as const;

/** What the Models screen shows, and what can be done there. */
export class ModelsModel {
  /** Null while they are read. */
  readonly installed = signal<readonly InstalledModel[] | null>(null);
  readonly failure = signal<Failure | null>(null);
  readonly isBusy = signal(false);

  constructor(private readonly inference: Inference) {}

  /** Lists what is installed, then installs what came with the app and was not needed before. */
  async load(): Promise<void> {
    await this.run(async () => undefined);
    if (this.failure.value === null) await this.run(() => this.installShipped());
  }

  private async installShipped(): Promise<void> {
    const failure = await this.inference.ask('installShipped', null);
    if (failure === null) return;
    await this.list();
    throw new Failure(failure.code, failure.detail);
  }

  import(file: File): Promise<void> {
    return this.run(async () => {
      const zip = await file.arrayBuffer();
      const { identity } = await this.inference.ask('importModel', { zip }, [zip]);
      showToast(say('models.imported', { name: identity.name, version: identity.version }));
    });
  }

  /** Makes a model the one that judges views. */
  activate(name: string): Promise<void> {
    return this.run(() => this.inference.ask('activateModel', { name }));
  }

  /** Makes a model the one that reads kidneys' crops for a job; one that does another is refused. */
  choose(job: CropJob, name: string): Promise<void> {
    return this.run(async () => {
      const entry = this.installed.value?.find(({ identity }) => identity.name === name);
      if (entry === undefined) throw new Failure('model-missing', name);
      if (!entry.jobs.includes(job)) throw new Failure('package-task', entry.jobs.join(', '));
      chosen[job].value = name === shippedCropModel ? '' : name;
    });
  }

  revert(name: string): Promise<void> {
    return this.run(() => this.inference.ask('revertModel', { name }));
  }

  remove(name: string): Promise<void> {
    return this.run(() => this.inference.ask('removeModel', { name }));
  }

  private async list(): Promise<void> {
    const installed = await this.inference.ask('listModels', null);
    dropLostChoices(installed);
    this.installed.value = installed;
  }

  /** Does one thing, then reads the list again; what fails is shown and changes nothing. */
  private async run(action: () => Promise<unknown>): Promise<void> {
    this.isBusy.value = true;
    try {
      this.failure.value = null;
      await action();
      await this.list();
    } catch (error) {
      this.failure.value = toFailure(error);
    } finally {
      this.isBusy.value = false;
    }
  }
}

/** Whether a model does a job now; null where that is chosen on the job's own screen. */
export function isDoing({ identity, active }: InstalledModel, job: ModelJob): boolean | null {
  if (job === 'views') return active;
  return job === 'tissue' ? null : screeningModels.value[job] === identity.name;
}

/** Where a chosen model is removed, lost, or replaced by a version for another job, the shipped one does it again. */
function dropLostChoices(installed: readonly InstalledModel[]): void {
  for (const job of ['findings', 'function'] as const) {
    const doesIt = (entry: InstalledModel) =>
      entry.identity.name === chosen[job].value && entry.jobs.includes(job);
    if (!installed.some(doesIt)) chosen[job].value = '';
  }
}
