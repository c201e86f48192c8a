import { describe, expect, it } from 'vitest';
import type { Annotations, Region } from '../../../src/annotation/annotation.ts';
import { paintShapes } from '../../../src/annotation/paint-shape.ts';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { readDicomSource } from '../../../src/annotation/read-dicom-source.ts';
import type { DicomSource } from '../../../src/annotation/seg-head.ts';
import { writeAnnotations } from '../../../src/annotation/write-annotations.ts';
import { writeDicom } from '../../fixtures/make-dicom.ts';
import { askPython, hasValidator, makeWithPython, tell, whyNoSegReaders } from '../../fixtures/seg-tools.ts';

const size = { width: 37, height: 23 };

function square(from: number, to: number) {
  return [
    { x: from, y: from },
    { x: to, y: from },
    { x: to, y: to },
    { x: from, y: to },
  ];
}

const hand: Region = {
  shape: { kind: 'polygon', outer: square(2, 20), holes: [square(8, 12)] },
  label: 'Capsule',
  group: null,
  attributes: {},
};
const model: Region = {
  shape: { kind: 'circle', centre: { x: 10, y: 10 }, radius: 5 },
  label: 'Central Echo Complex',
  group: null,
  attributes: { AlgorithmType: 'AUTOMATIC', AlgorithmName: 'kidney 0.3' },
};
const other: Region = {
  ...hand,
  label: 'Zyste “ä”',
  shape: { kind: 'rectangle', x: 30, y: 1, width: 6, height: 3 },
};

const annotations: Annotations = {
  labelKey: 'Anatomy',
  pictures: [
    {
      fileName: 'Ärzte/links 1.jpg',
      fileSize: null,
      size,
      attributes: { Laterality: 'Left' },
      regions: [model, other, hand, { ...hand, shape: { kind: 'point', at: { x: 1, y: 1 } } }],
    },
  ],
};

const source: DicomSource = {
  sopClass: '1.2.840.10008.5.1.4.1.1.6.1',
  instanceUid: '1.2.3.4',
  studyUid: '1.2.3',
  seriesUid: '1.2.3.1',
  frame: null,
};

async function write(sources = new Map<string, DicomSource>()): Promise<Uint8Array<ArrayBuffer>> {
  const [file, ...others] = await writeAnnotations(annotations, 'dicom-seg', {
    sources,
    appVersion: '0.2.0',
  });
  expect(others).toEqual([]);
  return file?.bytes ?? new Uint8Array();
}

/** The regions' masks, packed as text, so that other programs can be asked about the same pixels. */
function rowsOf(region: Region): string[] {
  const { marks } = paintShapes([region.shape], size);
  return Array.from({ length: size.height }, (_, row) =>
    marks.slice(row * size.width, (row + 1) * size.width).join(''),
  );
}

describe('DICOM segmentations', () => {
  it('come back with the same pixels, labels, side, name and maker', async () => {
    const { annotations: back, problems } = await readAnnotations([{ name: 'x', bytes: await write() }]);
    expect(problems).toEqual([]);
    const [picture] = back.pictures;
    expect(picture).toMatchObject({
      fileName: 'Ärzte/links 1.jpg',
      size,
      attributes: { Laterality: 'Left' },
    });
    expect(picture?.regions.map(({ label, attributes }) => ({ label, attributes }))).toEqual([
      { label: 'Capsule', attributes: {} },
      { label: 'Central Echo Complex', attributes: model.attributes },
      { label: 'Zyste “ä”', attributes: {} },
    ]);
    expect(picture?.regions.map(rowsOf)).toEqual([hand, model, other].map(rowsOf));
  });

  it('are named after their source where that is all a file says', async () => {
    const bytes = await write(new Map([['Ärzte/links 1.jpg', source]]));
    expect(new TextDecoder('latin1').decode(bytes)).toContain('1.2.3.4');
    const found = readDicomSource(
      writeDicom([
        [0x0008_0016, 'UI', source.sopClass],
        [0x0008_0018, 'UI', source.instanceUid],
        [0x0010_0010, 'PN', 'Doe^Jane'],
        [0x0020_000d, 'UI', source.studyUid],
        [0x0020_000e, 'UI', source.seriesUid],
        [0x7fe0_0010, 'OB', new Uint8Array(4)],
      ]),
    );
    expect(found).toEqual(source);
  });

  it('say so where a file is another DICOM object', async () => {
    const bytes = writeDicom([[0x0008_0016, 'UI', source.sopClass]]);
    const { problems } = await readAnnotations([{ name: 'x', bytes }]);
    expect(problems.map(({ code }) => code)).toEqual(['seg-foreign']);
  });

  it('are loaded as far as they go where they are cut short', async () => {
    const whole = await write();
    const { annotations: back, problems } = await readAnnotations([
      { name: 'x', bytes: whole.slice(0, -150) },
    ]);
    expect(problems.map(({ code, effect }) => [code, effect])).toEqual([['cut-short', 'left-out']]);
    expect(back.pictures[0]?.regions.map(({ label }) => label)).toEqual(['Capsule']);
  });
});

const reason = whyNoSegReaders();

const readWithPydicom = `
import sys, json, pydicom
d = pydicom.dcmread(sys.argv[1])
a = d.pixel_array
print(json.dumps({
  'class': d.SOPClassUID.name, 'type': d.SegmentationType, 'patient': str(d.PatientName),
  'segments': [[s.SegmentNumber, s.SegmentLabel, s.SegmentAlgorithmType, s.get('SegmentAlgorithmName', ''),
    s.SegmentedPropertyCategoryCodeSequence[0].CodeValue, s.SegmentedPropertyTypeCodeSequence[0].CodeValue,
    s.SegmentedPropertyTypeCodeSequence[0].SegmentedPropertyTypeModifierCodeSequence[0].CodeValue]
    for s in d.SegmentSequence],
  'frames': [f.SegmentIdentificationSequence[0].ReferencedSegmentNumber for f in d.PerFrameFunctionalGroupsSequence],
  'source': [i.ReferencedSOPInstanceUID for s in d.SharedFunctionalGroupsSequence[0].DerivationImageSequence for i in s.SourceImageSequence],
  'masks': [[''.join(str(v) for v in row) for row in frame] for frame in a.tolist()]}))
`;

const makeWithPydicom = `
import sys, numpy as np, pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid
from pydicom.pixel_data_handlers.numpy_handler import pack_bits
from pydicom.sr.codedict import codes
d = Dataset(); d.file_meta = FileMetaDataset()
d.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
d.file_meta.MediaStorageSOPClassUID = d.SOPClassUID = '1.2.840.10008.5.1.4.1.1.66.4'
d.file_meta.MediaStorageSOPInstanceUID = d.SOPInstanceUID = generate_uid()
d.SpecificCharacterSet = 'ISO_IR 192'
def code(c):
    i = Dataset(); i.CodeValue = c.value; i.CodingSchemeDesignator = c.scheme_designator; i.CodeMeaning = c.meaning
    return i
masks = np.zeros((3, 9, 7), np.uint8); masks[0, 2:7, 1:6] = 1; masks[0, 4, 3] = 0; masks[1, 8, 6] = 1; masks[2, 0, 0] = 1
d.Rows, d.Columns, d.NumberOfFrames = 9, 7, 3
d.SamplesPerPixel = d.BitsAllocated = d.BitsStored = 1; d.HighBit = d.PixelRepresentation = 0
d.PhotometricInterpretation = 'MONOCHROME2'; d.SegmentationType = 'BINARY'
def segment(n, label):
    s = Dataset(); s.SegmentNumber = n; s.SegmentLabel = label; s.SegmentAlgorithmType = 'MANUAL'
    s.SegmentedPropertyTypeCodeSequence = [code(codes.SCT.Kidney)]
    return s
d.SegmentSequence = [segment(1, 'Niere äöü'), segment(2, 'Zyste')]
def frame(n, number):
    f = Dataset(); i = Dataset(); i.ReferencedSegmentNumber = n; f.SegmentIdentificationSequence = [i]
    s = Dataset(); s.ReferencedSOPInstanceUID = '1.2.3'; s.ReferencedFrameNumber = number
    x = Dataset(); x.SourceImageSequence = [s]; f.DerivationImageSequence = [x]
    return f
d.PerFrameFunctionalGroupsSequence = [frame(1, 5), frame(2, 5), frame(1, 6)]
d.PixelData = pack_bits(masks)
d.is_little_endian = True; d.is_implicit_VR = False
d.save_as(sys.argv[1], write_like_original=False)
`;

describe.skipIf(reason !== '')(`segmentations and other programs${reason}`, () => {
  it.each([
    ['without a source', new Map<string, DicomSource>()],
    ['with one', new Map([['Ärzte/links 1.jpg', source]])],
  ])('dcmtk takes them %s', async (_name, sources) => {
    const bytes = await write(sources);
    expect(tell(['dcmftest'], bytes)).toMatchObject({ status: 0, words: expect.stringContaining('yes') });
    const { status, words } = tell(['dcmdump'], bytes);
    expect(status).toBe(0);
    expect(words).not.toMatch(/^[WEF]: /m);
    expect(words).toContain('SegmentationStorage');
    expect(tell(['dcm2xml'], bytes)).toMatchObject({
      status: 0,
      words: expect.not.stringMatching(/^[WEF]: /m),
    });
    if (hasValidator()) expect(tell(['dciodvfy'], bytes).words).not.toMatch(/^Error/m);
  });

  it('pydicom reads the segments and the same pixels', async () => {
    expect(askPython(readWithPydicom, await write(new Map([['Ärzte/links 1.jpg', source]])))).toEqual({
      class: 'Segmentation Storage',
      type: 'BINARY',
      patient: '',
      segments: [
        [1, 'Capsule', 'MANUAL', '', '123037004', '64033007', '7771000'],
        [2, 'Central Echo Complex', 'AUTOMATIC', 'kidney 0.3', '123037004', 'CENTRAL-ECHO', '7771000'],
        [3, 'Zyste “ä”', 'MANUAL', '', '123037004', 'ZYSTE', '7771000'],
      ],
      frames: [1, 2, 3],
      source: ['1.2.3.4'],
      masks: [hand, model, other].map(rowsOf),
    });
  });

  it('those that pydicom made are read, frame by frame of their source', async () => {
    const bytes = makeWithPython(makeWithPydicom);
    const { annotations: back, problems } = await readAnnotations([{ name: 'a.dcm', bytes }]);
    expect(problems).toEqual([]);
    expect(
      back.pictures.map(({ fileName, regions }) => [fileName, regions.map(({ label }) => label)]),
    ).toEqual([
      ['1.2.3#5', ['Niere äöü', 'Zyste']],
      ['1.2.3#6', ['Niere äöü']],
    ]);
    const [first, second] = back.pictures[0]?.regions ?? [];
    const area = (region?: Region) =>
      region &&
      paintShapes([region.shape], { width: 7, height: 9 }).marks.reduce((sum, mark) => sum + mark, 0);
    expect([area(first), area(second)]).toEqual([24, 1]);
    expect(first?.shape).toMatchObject({ holes: { length: 1 } });
  });
});
