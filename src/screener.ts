import type { CropRequests, PreparedCrop } from '../workers/crop-protocol.ts';
import type { ModelRun, OpenedModel, Picture } from '../workers/protocol.ts';
import { Failure } from './failure.ts';
import type { CropAxis, CropReading } from './findings/crop-reading.ts';
import type { ModelRead } from './findings/model-output.ts';
import type { Evidence } from './findings/read-evidence.ts';
import { readFindings } from './findings/read-findings.ts';
import { readFunction } from './findings/read-function.ts';
import { readStrangeness } from './findings/tensor-values.ts';
import { transferOf } from './frame/hand-over.ts';
import type { Inference } from './inference.ts';
import { parseBoostedTrees } from './kidney-function/boosted-trees.ts';
import type { GreyImage } from './pixels/grey-image.ts';
import type { Point, Sector } from './pixels/sector.ts';
import type { SideWorker } from './side-worker.ts';

/** One picture to be read, points in pixels of the analysed picture. */
export interface ScreenedPicture {
  /** Gives a picture away. */
  readonly copy: () => Promise<Picture>;
  readonly sector: Sector;
  /** The kidney's outline, or null. */
  readonly capsule: readonly (readonly Point[])[] | null;
  /** Null to take calipers that the scanner burned in. */
  readonly axis: CropAxis | null;
}

/** Names of the models that are to read it; null to leave that out. Both may be one. */
export interface ScreeningModels {
  readonly findings: string | null;
  readonly function: string | null;
}

/** What came of a picture. */
export interface Screened {
  readonly reading: CropReading;
  /** Where the model of findings looked; null without one, or for a model without a map. */
  readonly evidence: Evidence | null;
  /** The two calipers that the scanner burned in at the poles, whether or not they were used. */
  readonly burnedIn: CropAxis | null;
  /** What went into the first model, whatever was painted over. */
  readonly input: GreyImage;
}

interface Dependencies {
  readonly inference: Pick<Inference, 'ask' | 'runModel'>;
  readonly startCropWorker: () => SideWorker<CropRequests>;
}

/** Reads findings and function off pictures: cropped in one worker, run in another, read here. */
export class Screener {
  private worker: SideWorker<CropRequests> | null = null;

  constructor(private readonly dependencies: Dependencies) {}

  /**
   * Reads one picture.
   * @throws Failure `package-task` for a model that does not do what it is wanted for, `crop-missing` where no long axis
   * is given or found, `crop-outside`, `crop-small`, and what loading and running the models throw.
   */
  async read(picture: ScreenedPicture, wanted: ScreeningModels): Promise<Screened> {
    const names = [...new Set([wanted.findings, wanted.function].filter((name) => name !== null))];
    const models = await Promise.all(names.map((name) => this.open(name)));
    requireTasks(models, wanted);
    const cut = await this.prepare(picture, models);
    if (cut.axis === null) throw new Failure('crop-missing');
    const runs = new Map<string, Run>();
    for (const [index, model] of models.entries()) {
      runs.set(names[index] ?? '', await this.run(model, cut.inputs[index]));
    }
    return describe(
      { ...cut, axis: cut.axis },
      { findings: runs.get(wanted.findings ?? ''), function: runs.get(wanted.function ?? '') },
      picture.capsule,
    );
  }

  /** Marks that the scanner burned in, without reading anything. */
  async findMarks(picture: ScreenedPicture): Promise<PreparedCrop> {
    return this.prepare({ ...picture, axis: null }, []);
  }

  /** Ends the worker; it starts again when needed. */
  end(): void {
    this.worker?.end();
    this.worker = null;
  }

  private open(name: string): Promise<OpenedModel> {
    return this.dependencies.inference.ask('openModel', { name });
  }

  private async prepare(
    { copy, ...known }: ScreenedPicture,
    models: readonly OpenedModel[],
  ): Promise<PreparedCrop> {
    this.worker ??= this.dependencies.startCropWorker();
    const picture = await copy();
    const inputs = models.map(({ card }) => card.input);
    try {
      return await this.worker.ask('prepare', { picture, ...known, inputs }, transferOf(picture));
    } catch (thrown) {
      // A worker that hung or ended answers no more.
      if (thrown instanceof Failure && (thrown.code === 'worker-lost' || thrown.code === 'timed-out'))
        this.end();
      throw thrown;
    }
  }

  private async run(model: OpenedModel, input: PreparedCrop['inputs'][number] | undefined): Promise<Run> {
    if (input === undefined) throw new Failure('unexpected', 'no input was cut out');
    const run = await this.dependencies.inference.runModel(model.identity.name, input.grey);
    const { card } = model;
    const { placement } = input;
    return {
      model,
      run,
      read: { outputs: card.outputs, tensors: run.outputs, input: card.input, placement },
    };
  }
}

function requireTasks(models: readonly OpenedModel[], wanted: ScreeningModels): void {
  for (const { identity, card } of models) {
    const tasks = card.outputs.map(({ task }) => task);
    const isFit = (['findings', 'function'] as const).every(
      (job) => wanted[job] !== identity.name || tasks.includes(job),
    );
    if (!isFit) throw new Failure('package-task', `${identity.name}: ${tasks.join(', ')}`);
  }
}

/** One model over one picture. */
interface Run {
  readonly model: OpenedModel;
  readonly run: ModelRun;
  readonly read: ModelRead;
}

function describe(
  { axis, burnedIn, erased, inputs, tookMs }: PreparedCrop & { readonly axis: CropAxis },
  runs: { readonly findings: Run | undefined; readonly function: Run | undefined },
  capsule: ScreenedPicture['capsule'],
): Screened {
  const findings = runs.findings && readFindings(runs.findings.read, capsule);
  const trees = runs.function?.model.trees ?? null;
  const estimated =
    runs.function &&
    readFunction(runs.function.read, trees === null ? null : parseBoostedTrees(JSON.parse(trees)));
  const byRun = (of: Run) => ({ model: of.run.identity, novelty: readStrangeness(of.read) });
  const each = [...new Set([runs.findings, runs.function])].filter((run) => run !== undefined);
  const [first] = each;
  if (first === undefined) throw new Failure('unexpected', 'no model was wanted');
  const reading: CropReading = {
    readAt: Date.now(),
    axis,
    erased,
    ...(runs.findings && findings && { findings: { ...byRun(runs.findings), readings: findings.readings } }),
    ...(runs.function && estimated && { function: { ...byRun(runs.function), ...estimated } }),
    backend: first.run.backend,
    tookMs: each.reduce((sum, { run }) => sum + run.tookMs, tookMs),
    appVersion: __APP_VERSION__,
  };
  const { width, height } = first.model.card.input;
  const input = { width, height, data: inputs[0]?.grey ?? new Uint8Array(width * height) };
  return { reading, evidence: findings?.evidence ?? null, burnedIn, input };
}
