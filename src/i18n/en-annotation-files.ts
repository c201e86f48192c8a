/** What is said about annotation files: what is wrong with one, and what an export would lose. Joins with their screen. */
export const annotationFiles = {
  'annotation.format.via-csv': 'VIA 2, CSV',
  'annotation.format.via-json': 'VIA 2, JSON annotations',
  'annotation.format.via-project': 'VIA 2, project',
  'annotation.format.coco': 'COCO',
  'annotation.format.labelme': 'LabelMe',
  'annotation.format.mask-png': 'Masks (PNG)',
  'annotation.format.dicom-seg': 'DICOM segmentation',

  'annotation.at.file': '“{file}”: {reason}',
  'annotation.at.row': '“{file}”, row {row}: {reason}',
  'annotation.at.picture': '“{file}”, picture “{picture}”: {reason}',
  'annotation.at.shape': '“{file}”, picture “{picture}”, shape {shape}: {reason}',
  'annotation.at.object': '“{file}”, object {shape}: {reason}',
  'annotation.left-out': 'left out',
  'annotation.kept': 'kept, please look at it',
  'annotation.ask.one': '{count} thing in the file could not be read. Load the rest?',
  'annotation.ask.other': '{count} things in the file could not be read. Load the rest?',

  'annotation.problem.unknown-format': 'it is no annotation file that this app knows.',
  'annotation.problem.file-empty': 'the file is empty.',
  'annotation.problem.file-too-large': 'the file is too large to be read safely.',
  'annotation.problem.unreadable': 'it could not be read ({reason}).',
  'annotation.problem.bad-json': 'it is no whole JSON file: it is damaged or cut short ({reason}).',
  'annotation.problem.json-cut-short':
    'the file is damaged or cut short ({reason}). What stands up to row {line} was read; the rest is lost.',
  'annotation.problem.cut-short': 'the file is cut short: {have} of {need} bytes of the masks are there.',
  'annotation.problem.encoding':
    'it is not written in UTF-8. It was read as Western European text; look at letters with accents.',
  'annotation.problem.not-a-mask': 'it has too many values for a mask; it looks like a picture.',
  'annotation.problem.mask-unnamed':
    'no legend names its values ({values}). 1 to 4 are taken as capsule, central echo complex, medulla and cortex.',
  'annotation.problem.seg-foreign': 'it is a DICOM file, but no segmentation.',
  'annotation.problem.seg-packing':
    'its masks are packed in a way that this app cannot read. Export it uncompressed, as binary or fractional.',
  'annotation.problem.seg-damaged': 'the DICOM file is damaged or cut short.',
  'annotation.problem.row-columns': 'it has {have} columns instead of {need}.',
  'annotation.problem.row-quotes': 'a quotation mark is missing.',
  'annotation.problem.row-json': 'the column {column} holds no valid JSON ({reason}).',
  'annotation.problem.row-twice': 'the same row was there before.',
  'annotation.problem.picture-unnamed': 'the name of the picture is missing.',
  'annotation.problem.picture-damaged': 'its list of shapes is missing.',
  'annotation.problem.picture-twice': 'the picture was annotated before; the first annotation is used.',
  'annotation.problem.picture-attributes':
    'this row says something else about the picture than its first row, which is used.',
  'annotation.problem.rows-missing': '{have} of the {said} shapes that it should have were read.',
  'annotation.problem.picture-missing': 'the picture is not among those that are open.',
  'annotation.problem.picture-size':
    'the annotation was made on {width} × {height} pixels, but the picture has {haveWidth} × {haveHeight}.',
  'annotation.problem.shape-unknown': 'the kind of shape “{shape}” is not known.',
  'annotation.problem.shape-numbers': 'a number is missing or is none.',
  'annotation.problem.points-few': 'it has {points} points; it needs at least {need}.',
  'annotation.problem.points-uneven': 'it has {x} x and {y} y coordinates.',
  'annotation.problem.mask-damaged': 'the mask is damaged.',
  'annotation.problem.image-unknown': 'it belongs to a picture that the file does not list.',
  'annotation.problem.segment-unknown': 'its segment is not described in the file.',
  'annotation.problem.class-unknown': 'its class {class} has no name in the file.',
  'annotation.problem.crosses-itself': 'the outline crosses itself.',
  'annotation.problem.outside-picture': 'the shape reaches outside the picture.',

  'annotation.loss.sizes': 'The sizes of the pictures in pixels. They are read from the pictures again.',
  'annotation.loss.pictures-without-size':
    'Pictures whose size is not known ({count}). Open the pictures first, and they are part of it.',
  'annotation.loss.pictures-without-outline': 'Pictures without an outline ({count}).',
  'annotation.loss.pictures-twice': 'Pictures with the name of another one ({count}).',
  'annotation.loss.picture-attributes':
    'What was said about whole pictures: quality, view, comments ({count}).',
  'annotation.loss.region-attributes': 'What was said about single shapes ({count}).',
  'annotation.loss.groups': 'Which shapes belong to one object ({count}).',
  'annotation.loss.points-and-lines': 'Points and lines ({count}): they cover no pixel.',
  'annotation.loss.pixels': 'Fractions of a pixel: outlines become whole pixels ({count}).',
  'annotation.loss.overlaps':
    'Where structures lie upon each other, only the smaller one is kept (pictures: {count}).',
  'annotation.loss.labels-many': 'Names beyond the first 255 ({count}).',
  'annotation.loss.labels-long':
    'Of names that DICOM cannot hold, the part beyond 64 letters, outer spaces and backslashes ({count}).',
  'annotation.loss.file-sizes': 'The sizes of the files in bytes ({count}).',
  'annotation.loss.tangled-holes': 'Holes of outlines that touch themselves ({count}).',
  'annotation.loss.holes-joined':
    'Nothing is lost here, but other programs show holes joined to the outline by a thin cut ({count}).',
  'annotation.loss.round-shapes':
    'Nothing is lost here, but other programs show circles and ellipses as polygons ({count}).',
} as const;
