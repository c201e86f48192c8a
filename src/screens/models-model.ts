import { signal } from '@preact/signals';
import type { InstalledModel } from '../../workers/protocol.ts';
import { showToast } from '../components/toast.tsx';
import { Failure, toFailure } from '../failure.ts';
import { say } from '../i18n/say.ts';
import type { Inference } from '../inference.ts';

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
    this.installed.value = await this.inference.ask('listModels', null);
    throw new Failure(failure.code, failure.detail);
  }

  import(file: File): Promise<void> {
    return this.run(async () => {
      const zip = await file.arrayBuffer();
      const { identity } = await this.inference.ask('importModel', { zip }, [zip]);
      showToast(say('models.imported', { name: identity.name, version: identity.version }));
    });
  }

  activate(name: string): Promise<void> {
    return this.run(() => this.inference.ask('activateModel', { name }));
  }

  revert(name: string): Promise<void> {
    return this.run(() => this.inference.ask('revertModel', { name }));
  }

  remove(name: string): Promise<void> {
    return this.run(() => this.inference.ask('removeModel', { name }));
  }

  /** Does one thing, then reads the list again; what fails is shown and changes nothing. */
  private async run(action: () => Promise<unknown>): Promise<void> {
    this.isBusy.value = true;
    try {
      this.failure.value = null;
      await action();
      this.installed.value = await this.inference.ask('listModels', null);
    } catch (error) {
      this.failure.value = toFailure(error);
    } finally {
      this.isBusy.value = false;
    }
  }
}
