import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Annotations } from '../../../src/annotation/annotation.ts';
import { readAnnotations } from '../../../src/annotation/read-annotations.ts';
import { toBytes } from '../../../src/annotation/text-bytes.ts';
import { writeAnnotations } from '../../../src/annotation/write-annotations.ts';
import { openKidneyCsv } from '../../fixtures/open-kidney-csv.ts';

const header =
  'filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes';
const example = `${header}
a.jpg,100,"{""Quality"":""Good"",""Comments"":""rib, \\""shadow\\""""}",3,0,"{""name"":""polygon"",""all_points_x"":[1,2.25,3],""all_points_y"":[4,5,6.125]}","{""Anatomy"":""Capsule""}"
a.jpg,100,"{""Quality"":""Good"",""Comments"":""rib, \\""shadow\\""""}",3,1,"{""name"":""rect"",""x"":1,""y"":2,""width"":3,""height"":4}","{""Anatomy"":""Cortex"",""sure"":""no""}"
a.jpg,100,"{""Quality"":""Good"",""Comments"":""rib, \\""shadow\\""""}",3,2,"{""name"":""ellipse"",""cx"":5,""cy"":6,""rx"":7,""ry"":8,""theta"":0.5}","{""Anatomy"":""Medulla""}"
b.jpg,-1,"{}",0,0,"{}","{}"
`;

async function read(text: string) {
  return readAnnotations([{ name: 'a.csv', bytes: toBytes(text) }]);
}

async function textOf(annotations: Annotations, format: 'via-csv' | 'via-project') {
  const [file] = await writeAnnotations(annotations, format);
  return new TextDecoder().decode(file?.bytes);
}

describe('VIA files', () => {
  it('reads shapes, labels, attributes and pictures without regions', async () => {
    const { annotations, problems } = await read(example);
    expect(problems).toEqual([]);
    expect(annotations.labelKey).toBe('Anatomy');
    const [a, b] = annotations.pictures;
    expect(a).toMatchObject({ fileName: 'a.jpg', fileSize: 100, attributes: { Comments: 'rib, "shadow"' } });
    expect(a?.regions.map(({ label, shape }) => [label, shape.kind])).toEqual([
      ['Capsule', 'polygon'],
      ['Cortex', 'rectangle'],
      ['Medulla', 'ellipse'],
    ]);
    expect(a?.regions[1]?.attributes).toEqual({ sure: 'no' });
    expect(b).toMatchObject({ fileName: 'b.jpg', fileSize: null, regions: [] });
  });

  it('writes the bytes that it read', async () => {
    expect(await textOf((await read(example)).annotations, 'via-csv')).toBe(example);
  });

  it.each([
    ['VIA 1 puts # before the header', `#${example}`],
    ['a mark of byte order, and lines as Windows ends them', `\uFEFF${example.replaceAll('\n', '\r\n')}`],
  ])('reads the same where %s', async (_name, text) => {
    expect(await read(text)).toEqual(await read(example));
  });

  it('keeps commas in a file name that VIA does not quote, and an ellipse without angle', async () => {
    const row = 'x, y.jpg,5,"{}",1,0,"{""name"":""ellipse"",""cx"":5,""cy"":6,""rx"":7,""ry"":8}","{}"';
    const { annotations } = await read(`${header}\n${row}\n`);
    const [picture] = annotations.pictures;
    expect(picture?.fileName).toBe('x, y.jpg');
    expect(picture?.regions[0]?.shape).toMatchObject({ kind: 'ellipse', angle: 0 });
  });

  it('finds the label among several attributes, and leaves check boxes as they are', async () => {
    const shape = '"{""name"":""point"",""cx"":5,""cy"":6}"';
    const first = `a.jpg,5,"{}",2,0,${shape},"{""note"":""x"",""part"":""cortex"",""seen"":{""yes"":true}}"`;
    const { annotations } = await read(`${header}\n${first}\n`);
    expect(annotations.labelKey).toBe('part');
    expect(annotations.pictures[0]?.regions[0]).toMatchObject({
      label: 'cortex',
      attributes: { note: 'x', seen: { yes: true } },
    });
  });

  it('keeps the settings and attribute definitions of a project', async () => {
    const project = {
      _via_settings: { ui: { image: { region_label: 'Anatomy' } }, project: { name: 'mine' } },
      _via_img_metadata: {
        'b.jpg7': { filename: 'b.jpg', size: 7, regions: [], file_attributes: { View: 'Longitudinal' } },
        'a.jpg5': { filename: 'a.jpg', size: 5, regions: [], file_attributes: {} },
      },
      _via_attributes: { region: { Anatomy: { type: 'radio' } }, file: { View: { type: 'text' } } },
      _via_data_format_version: '2.0.10',
      _via_image_id_list: ['a.jpg5', 'b.jpg7'],
    };
    const { annotations } = await read(JSON.stringify(project));
    expect(annotations.pictures.map(({ fileName }) => fileName)).toEqual(['a.jpg', 'b.jpg']);
    const written = JSON.parse(await textOf(annotations, 'via-project'));
    expect(written).toEqual(project);
  });

  it('reads the numbered regions of VIA 1', async () => {
    const json = {
      'a.jpg5': {
        fileref: '',
        filename: 'a.jpg',
        size: 5,
        file_attributes: {},
        regions: {
          0: {
            shape_attributes: { name: 'polygon', all_points_x: [1, 2, 3, 1], all_points_y: [1, 5, 2, 1] },
            region_attributes: { Anatomy: 'Capsule' },
          },
        },
      },
    };
    const { annotations } = await read(JSON.stringify(json));
    // The first point, which VIA 1 repeats, is there once.
    expect(annotations.pictures[0]?.regions[0]?.shape).toMatchObject({ outer: { length: 3 } });
  });
});

describe('files of the Open Kidney Ultrasound Data Set', () => {
  it('loads 1,698 rows in less than a second of work, none lost', async () => {
    const bytes = toBytes(openKidneyCsv(1698));
    const start = process.cpuUsage();
    const { annotations, problems } = await readAnnotations([{ name: 'reviewed_labels_1.csv', bytes }]);
    // Other tests may have the cores: the time of this process counts, not the clock.
    const took = process.cpuUsage(start).user / 1000;
    process.stdout.write(
      `1,698 rows, ${(bytes.length / 1e6).toFixed(1)} MB: ${took.toFixed(0)} ms of processor time\n`,
    );
    expect(problems).toEqual([]);
    const rows = annotations.pictures.reduce((sum, { regions }) => sum + Math.max(1, regions.length), 0);
    expect(rows).toBe(1698);
    expect(took).toBeLessThan(1000);
  });

  it('comes back from the app as VIA would have written it', async () => {
    const text = openKidneyCsv(1698);
    expect(`#${await textOf((await read(text)).annotations, 'via-csv')}`).toBe(text);
  });
});

const real = '../shared/data/annotations/abdomen-kidney-via.csv';
const reason = existsSync(real) ? '' : ' — SKIPPED: ../shared/data/annotations is not on this machine';

describe.skipIf(reason !== '')(`real annotations${reason}`, () => {
  it('reads every contour and writes the same file', async () => {
    const text = readFileSync(real, 'utf8');
    const { annotations, problems } = await read(text);
    expect(problems).toEqual([]);
    const labels = annotations.pictures.flatMap(({ regions }) => regions.map(({ label }) => label));
    expect(annotations.pictures).toHaveLength(400);
    expect(labels.filter((label) => label === 'Capsule')).toHaveLength(398);
    expect(labels.filter((label) => label === 'Central Echo Complex')).toHaveLength(393);
    expect(await textOf(annotations, 'via-csv')).toBe(text.replaceAll('\r\n', '\n'));
  });
});
