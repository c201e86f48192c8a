import { describe, expect, it, vi } from 'vitest';
import type { AgreementLink } from '../../../src/agreement/agreement-link.ts';
import { AgreementModel } from '../../../src/agreement/agreement-model.ts';
import type { ComparisonStore, KeptComparison } from '../../../src/agreement/kept-comparison.ts';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { compareReaders } from '../../../src/evaluation/compare-readers.ts';
import { Failure } from '../../../src/failure.ts';
import type { AgreementRequests } from '../../../workers/agreement-protocol.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

const header =
  'filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\n';
const rowOf = (name: string, x: number) =>
  `${name},1,"{}",1,0,"{""name"":""rect"",""x"":${x},""y"":0,""width"":10,""height"":10}","{""Anatomy"":""Capsule""}"\n`;

function via(name: string, rows: string): File {
  return new File([header + rows], name);
}

/** Answers as the worker does, in the page. */
function answer(): AgreementLink {
  const handlers = {
    read: ({ files }: AgreementRequests['read']['args']) => readAnnotations(files),
    compare: async ({ readers, scales }: AgreementRequests['compare']['args']) =>
      compareReaders(readers, scales),
  };
  return {
    ask: async (kind, args) => (handlers[kind] as (given: unknown) => Promise<never>)(args),
    end: () => undefined,
  };
}

function memory(): ComparisonStore & { kept: KeptComparison | null } {
  const store = {
    kept: null as KeptComparison | null,
    keep: async (kept: KeptComparison | null) => {
      store.kept = kept;
    },
    read: async () => store.kept,
  };
  return store;
}

const bitmap = { width: 100, height: 80, close: () => undefined } as ImageBitmap;

function makeModel(services: Partial<ConstructorParameters<typeof AgreementModel>[0]> = {}): AgreementModel {
  return new AgreementModel({
    startWorker: answer,
    store: memory(),
    pickPictures: async (files) => new Map(files.map((file) => [file.name, file])),
    decode: async () => ({ bitmap, calibration: null }),
    analyse: async () => makeAnalysis(['optimal']),
    ...services,
  });
}

const both = [rowOf('1.png', 0), rowOf('2.png', 5)].join('');
const pictures = ['1.png', '2.png', '3.png'].map((name) => new File(['x'], name));

describe('choosing files', () => {
  it('tells what is missing, step by step', async () => {
    const model = makeModel();
    await model.restore();
    expect(model.missing.value).toBe('first');
    await model.readFiles('first', [via('anna.csv', both)]);
    expect(model.first.value).toMatchObject({ name: 'anna', isAccepted: true });
    expect(model.missing.value).toBe('second');
    model.isModelReader.value = true;
    expect(model.missing.value).toBe('pictures');
    await model.choosePictures(pictures);
    expect(model.missing.value).toBeNull();
  });

  it('goes on without broken rows only when the user agrees', async () => {
    const model = makeModel();
    await model.readFiles('first', [via('anna.csv', both)]);
    await model.readFiles('second', [via('ben.csv', `${both}3.png,1,"{}"\n`)]);
    expect(model.second.value?.problems).toMatchObject([{ code: 'row-columns', place: { row: 4 } }]);
    expect(model.missing.value).toBe('accept');
    model.accept('second');
    expect(model.missing.value).toBeNull();
  });
});

describe('comparing', () => {
  it('asks the model about the readers’ pictures only, and goes on after one that cannot be opened', async () => {
    const store = memory();
    const analyse = vi.fn(async () => makeAnalysis(['optimal']));
    analyse.mockRejectedValueOnce(new Failure('image-damaged', '1.png'));
    const model = makeModel({ analyse, store });
    await model.readFiles('first', [via('anna.csv', both)]);
    await model.choosePictures(pictures);
    model.isModelReader.value = true;
    await model.compare();
    expect(analyse).toHaveBeenCalledTimes(2);
    const phase = model.phase.value;
    if (phase.name !== 'compared') throw new Error(phase.name);
    expect(phase.unopened.map(({ fileName }) => fileName)).toEqual(['1.png']);
    expect(phase.agreement.pictures).toEqual(['2.png']);
    expect(phase.agreement.leftOut).toMatchObject([{ fileName: '1.png', reason: 'missing', readers: [1] }]);
    const again = makeModel({ analyse, store });
    await again.restore();
    expect(again.phase.value).toEqual(phase);
    await again.forget('first');
    expect(store.kept).toBeNull();
  });

  it('takes the scale of DICOM files whose outlines lie inside its region', async () => {
    const unitWith = async (width: number): Promise<string> => {
      const region = { x: 0, y: 0, width, height: 80 };
      const calibration = { source: 'dicom-region', cmPerPixelX: 0.1, cmPerPixelY: 0.1, region } as const;
      const model = makeModel({ decode: async () => ({ bitmap, calibration }) });
      await model.readFiles('first', [via('anna.csv', rowOf('1.dcm', 0))]);
      await model.readFiles('second', [via('ben.csv', rowOf('1.dcm', 5))]);
      await model.choosePictures([new File([new Uint8Array(128), 'DICM'], '1.dcm')]);
      await model.compare();
      return model.phase.value.name === 'compared' ? model.phase.value.agreement.unit : '';
    };
    expect(await unitWith(100)).toBe('cm');
    expect(await unitWith(14)).toBe('px');
  });

  it('stops when asked to, without a word of failure, and keeps the choice', async () => {
    const model = makeModel({
      analyse: async () => {
        model.change();
        return makeAnalysis(['optimal']);
      },
    });
    await model.readFiles('first', [via('anna.csv', both)]);
    await model.choosePictures(pictures);
    model.isModelReader.value = true;
    await model.compare();
    expect(model.phase.value).toEqual({ name: 'choosing' });
    expect(model.failure.value).toBeNull();
    expect(model.missing.value).toBeNull();
  });

  it('says why when the model cannot answer at all', async () => {
    const model = makeModel({ analyse: () => Promise.reject(new Failure('model-missing')) });
    await model.readFiles('first', [via('anna.csv', both)]);
    await model.choosePictures(pictures);
    model.isModelReader.value = true;
    await model.compare();
    expect(model.failure.value?.code).toBe('model-missing');
    expect(model.phase.value).toEqual({ name: 'choosing' });
  });
});
