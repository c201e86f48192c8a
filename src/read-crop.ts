import type { OpenedModel } from '../workers/protocol.ts';
import { type Failure, toFailure } from './failure.ts';
import type { Inference } from './inference.ts';
import type { Screened, ScreenedPicture, Screener } from './screener.ts';

/** Who reads a crop, and what they are called. */
export interface CropReaders {
  readonly inference: Pick<Inference, 'ask'>;
  readonly screener: Pick<Screener, 'read'>;
  /** Names of the models that are set; one may do both. */
  readonly models: { readonly findings: string; readonly function: string };
}

/** What came of a picture, and why function is missing although it was wanted, or null. */
export interface CropRead {
  readonly screened: Screened;
  readonly functionFailure: Failure | null;
}

/**
 * Reads a picture for findings, and for function with the same model, or with another one that may read this patient too.
 * A model of function that fails takes nothing from the findings.
 * @throws Failure as `Screener.read`.
 */
export async function readCrop(
  { inference, screener, models }: CropReaders,
  picture: ScreenedPicture,
  mayRead: (card: OpenedModel['card']) => boolean,
): Promise<CropRead> {
  const isOne = models.function === models.findings;
  const screened = await screener.read(picture, isOne ? models : { ...models, function: null });
  if (isOne) return { screened, functionFailure: null };
  try {
    const { card } = await inference.ask('openModel', { name: models.function });
    if (!mayRead(card)) return { screened, functionFailure: null };
    const { axis } = screened.reading;
    const { reading } = await screener.read(
      { ...picture, axis },
      { findings: null, function: models.function },
    );
    const said = reading.function && { function: reading.function };
    const tookMs = screened.reading.tookMs + reading.tookMs;
    return {
      screened: { ...screened, reading: { ...screened.reading, ...said, tookMs } },
      functionFailure: null,
    };
  } catch (thrown) {
    return { screened, functionFailure: toFailure(thrown) };
  }
}
