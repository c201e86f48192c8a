import type { Annotations, Attributes, Json } from './annotation.ts';
import { isRecord, listOf, numberOf, recordOf, textOf, without } from './json.ts';
import { keepShapes, type Report } from './problem.ts';
import { fromViaPictures, fromViaSize, type ViaPicture } from './via-pictures.ts';
import { readViaShape } from './via-shape.ts';

const metadataKey = '_via_img_metadata';
const idListKey = '_via_image_id_list';

/** Whether a JSON file is a VIA project, or VIA's annotations alone. */
export function isViaJson(json: Attributes): boolean {
  if (isRecord(json[metadataKey])) return true;
  return Object.values(json).every((one) => isRecord(one) && 'filename' in one && 'regions' in one);
}

/** Reads a VIA 2 project, with its settings and attribute definitions, or VIA's annotations alone, of VIA 1 too. */
export function readViaJson(json: Attributes, report: Report): Annotations {
  const metadata = json[metadataKey];
  if (!isRecord(metadata)) return fromViaPictures(readPictures(Object.values(json), report));
  const pictures = readPictures(inOrder(metadata, listOf(json[idListKey]) ?? []), report);
  const about = without(json, [metadataKey, idListKey]);
  return { ...fromViaPictures(pictures), ...(Object.keys(about).length > 0 && { about }) };
}

/** VIA shows the pictures in the order of its list; those that the list forgets come last. */
function inOrder(metadata: Attributes, ids: readonly Json[]): Json[] {
  const listed = new Set(ids.map(String).filter((id) => Object.hasOwn(metadata, id)));
  const names = [...listed, ...Object.keys(metadata).filter((id) => !listed.has(id))];
  return names.map((name) => metadata[name] ?? null);
}

function readPictures(all: readonly Json[], report: Report): ViaPicture[] {
  return all.flatMap((json, index) => {
    const picture = recordOf(json);
    const fileName = textOf(picture.filename) ?? '';
    const regions = listOf(picture.regions);
    if (fileName === '' || regions === null) {
      report(fileName === '' ? 'picture-unnamed' : 'picture-damaged', {
        picture: fileName || `${index + 1}`,
      });
      return [];
    }
    return [
      {
        fileName,
        fileSize: fromViaSize(numberOf(picture.size) ?? -1),
        attributes: recordOf(picture.file_attributes),
        regions: regions.flatMap((region, at) =>
          readRegion(recordOf(region), (code, place, facts) =>
            report(code, { picture: fileName, shape: at + 1, ...place }, facts),
          ),
        ),
      },
    ];
  });
}

function readRegion(region: Attributes, report: Report): ViaPicture['regions'] {
  return keepShapes([readViaShape(region.shape_attributes)], report).map((shape) => ({
    shape,
    attributes: recordOf(region.region_attributes),
  }));
}
