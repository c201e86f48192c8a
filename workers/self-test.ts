import type { SelfTest } from '../src/analysis.ts';
import { Failure, toFailure } from '../src/failure.ts';
import { checkOutputs } from './check-outputs.ts';
import { type LoadedModel, loadModel, type Outputs } from './graph-model.ts';
import { fileOf, type ModelPackage, type PackageFiles } from './model-package.ts';

/** A model that gives its golden outputs on the current backend. */
export interface ProvenModel {
  readonly model: LoadedModel;
  readonly selfTest: SelfTest;
}

/**
 * Loads a package's model and runs its golden pictures, which warms it up as well.
 * @throws Failure `package-golden` when an output differs by more than the card allows, or is not a number.
 */
export async function proveModel(modelPackage: ModelPackage): Promise<ProvenModel> {
  const model = loadOrExplain(modelPackage);
  try {
    const selfTest = await testModel(model, modelPackage.files);
    if (!selfTest.passed) {
      throw new Failure(
        'package-golden',
        `off by ${selfTest.largestDifference}, ${selfTest.tolerance} allowed`,
      );
    }
    return { model, selfTest };
  } catch (thrown) {
    model.dispose();
    if (thrown instanceof Failure) throw thrown;
    // An operation that this backend, or this app, does not have.
    throw new Failure('package-golden', toFailure(thrown).detail);
  }
}

function loadOrExplain(modelPackage: ModelPackage): LoadedModel {
  try {
    return loadModel(modelPackage);
  } catch (thrown) {
    throw new Failure('package-damaged', `model.json: ${toFailure(thrown).detail}`);
  }
}

async function testModel(model: LoadedModel, files: PackageFiles): Promise<SelfTest> {
  const tests: SelfTest[] = [];
  for (const { input, outputs: expected, tolerance } of model.card.golden) {
    const outputs = await model.run(new Uint8Array(fileOf(files, input)));
    checkOutputs(model.card, outputs);
    const largestDifference = differ(outputs, expected);
    // NaN is not `<=` anything, and so does not pass.
    tests.push({ passed: largestDifference <= tolerance, largestDifference, tolerance });
  }
  return tests.reduce((worst, test) => (excess(test) > excess(worst) ? test : worst));
}

function excess({ largestDifference, tolerance }: SelfTest): number {
  return Number.isFinite(largestDifference) ? largestDifference - tolerance : Number.POSITIVE_INFINITY;
}

function differ(outputs: Outputs, expected: Readonly<Record<string, readonly number[]>>): number {
  let largest = 0;
  for (const [name, values] of Object.entries(expected)) {
    const actual = outputs.get(name)?.values ?? [];
    if (actual.length !== values.length) return Number.POSITIVE_INFINITY;
    for (const [index, value] of values.entries()) {
      const difference = Math.abs((actual[index] ?? Number.NaN) - value);
      if (Number.isNaN(difference)) return difference;
      largest = Math.max(largest, difference);
    }
  }
  return largest;
}
