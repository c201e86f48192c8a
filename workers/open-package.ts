import { Failure } from '../src/failure.ts';
import { parseBoostedTrees } from '../src/kidney-function/boosted-trees.ts';
import { checkPackage, fileOf, type ModelPackage } from './model-package.ts';
import { outputFor } from './read-outputs.ts';
import { unzipPackage } from './unzip-package.ts';
import { requireJob } from './view-geometry.ts';

/**
 * Opens a zipped model package that a person brought, and checks all of it that can be checked without running it.
 * @throws Failure `package-damaged`, `package-hash`, or `package-task` for a model that does nothing the app could ask of it.
 */
export async function openPackage(zip: ArrayBuffer): Promise<ModelPackage> {
  const { card, files } = unzipPackage(zip);
  requireJob(card, ['views', 'tissue', 'findings', 'function']);
  const opened = await checkPackage(card, files);
  checkTrees(opened);
  return opened;
}

/** The page evaluates the trees later, for each picture: those that cannot be are refused now. */
function checkTrees({ card, files }: ModelPackage): void {
  const output = outputFor(card, 'boosted-trees');
  if (output === null) return;
  const length = outputFor(card, 'features')?.length;
  try {
    const { features } = parseBoostedTrees(JSON.parse(new TextDecoder().decode(fileOf(files, output.trees))));
    if (length !== undefined && features !== length) {
      throw new TypeError(`${features} features instead of ${length}`);
    }
  } catch (thrown) {
    throw new Failure('package-damaged', `${output.trees}: ${String(thrown)}`);
  }
}
