/** Says what kind of zip this is; the first file of every archive. */
export interface Manifest {
  readonly format: typeof archiveFormat;
  readonly version: number;
  readonly appVersion: string;
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
  /** How many examinations the archive holds. */
  readonly count: number;
}

/** Tells our archives from every other zip. */
export const archiveFormat = 'kidney-coach-history';

/** Raised whenever an older app could lose something of an archive by restoring it. */
export const archiveVersion = 4;

/** The name of the manifest inside the archive. */
export const manifestName = 'manifest.json';

/** The name of the table for people with a spreadsheet; restoring does not read it. */
export const tableName = 'history.csv';

/** Ids are random UUIDs; nothing else ever becomes part of a file name or a database key. */
export const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Largest sizes that are unpacked, in bytes; what is larger counts as damaged. */
export const limits = {
  json: 16 * 1024 * 1024,
  picture: 256 * 1024 * 1024,
  clip: 256 * 1024 * 1024,
} as const;

/** Where an examination lies. */
export function examinationName(id: string): string {
  return `examinations/${id}.json`;
}

/** The id in such a name; null for every other file, `..` and absolute paths among them. */
export function idOf(name: string): string | null {
  const id = /^examinations\/([^/]+)\.json$/.exec(name)?.[1];
  return id !== undefined && idPattern.test(id) ? id : null;
}

/** Where an examination's picture or thumbnail lies; the ending is for people who unpack the archive. */
export function pictureName(folder: 'pictures' | 'thumbnails', id: string, type: string): string {
  return `${folder}/${id}.${endings[type] ?? 'bin'}`;
}

/** Where an examination's clip lies: motion JPEG, which video players open. */
export function clipName(id: string): string {
  return `clips/${id}.mjpeg`;
}

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/svg+xml': 'svg',
  'application/dicom': 'dcm',
};
