import { Failure, toFailure } from '../failure.ts';
import {
  archiveFormat,
  archiveVersion,
  examinationName,
  type Manifest,
  manifestName,
  pictureName,
  tableName,
} from './archive-layout.ts';
import type { ArchivedExamination } from './archive-schema.ts';
import type { NewExamination } from './examination.ts';
import { csvHeader, csvLine } from './export-csv.ts';
import type { History } from './history.ts';
import { encodeRecord } from './record-json.ts';
import { type ZipFile, ZipWriter } from './zip/zip-writer.ts';

/** Called after each record. */
export type OnProgress = (done: number, total: number) => void;

/** Who exports, when, and whom to tell how far it is. */
export interface ExportOptions {
  readonly appVersion: string;
  readonly now?: () => number;
  readonly onProgress?: OnProgress;
}

/** The archive, and the records whose picture the device could no longer read. */
export interface ExportedArchive {
  readonly archive: Blob;
  readonly count: number;
  readonly unreadable: readonly string[];
}

/**
 * Writes every record that is not removed into one zip. Records are read one at a time, and what is written
 * lies in Blobs, which the browser keeps on disk: thousands of pictures never stand in memory at once.
 * @throws Failure `storage-outdated`, or what `History.list` rejects with
 */
export async function exportArchive(history: History, options: ExportOptions): Promise<ExportedArchive> {
  try {
    const { deflateSync } = await import('fflate');
    const exportedAt = (options.now ?? Date.now)();
    const ids = (await history.list()).map(({ id }) => id);
    const archive = new ArchiveBuilder(new ZipWriter(deflateSync, new Date(exportedAt)));
    const { appVersion } = options;
    archive.begin({
      format: archiveFormat,
      version: archiveVersion,
      appVersion,
      exportedAt,
      count: ids.length,
    });
    const unreadable: string[] = [];
    for (const [index, id] of ids.entries()) {
      const record = await readRecord(history, id);
      if (record instanceof Failure) unreadable.push(id);
      else archive.add(record);
      options.onProgress?.(index + 1, ids.length);
    }
    return { archive: archive.finish(), count: ids.length - unreadable.length, unreadable };
  } catch (thrown) {
    throw toFailure(thrown);
  }
}

/** Collects an archive's files, and its table line by line. */
class ArchiveBuilder {
  readonly #parts: Blob[] = [];
  #table = csvHeader;

  constructor(private readonly zip: ZipWriter) {}

  begin(manifest: Manifest): void {
    this.#parts.push(new Blob(this.zip.add(textFile(manifestName, JSON.stringify(manifest)))));
  }

  add(record: NewExamination): void {
    this.#parts.push(new Blob(recordFiles(record).flatMap((file) => this.zip.add(file))));
    this.#table += csvLine(record.examination);
  }

  finish(): Blob {
    const end = [...this.zip.add(textFile(tableName, this.#table)), ...this.zip.finish()];
    return new Blob([...this.#parts, ...end], { type: 'application/zip' });
  }
}

/** One record with its pictures; a Failure when the device lost part of it, which must not stop the others. */
async function readRecord(history: History, id: string): Promise<NewExamination | Failure> {
  try {
    const [opened, thumbnail] = await Promise.all([history.open(id), history.thumbnail(id)]);
    if (opened === null || thumbnail === null) return new Failure('storage-blocked', `${id} is incomplete`);
    return { ...opened, thumbnail };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code === 'storage-outdated') throw failure;
    return failure;
  }
}

function recordFiles({ examination, picture, thumbnail }: NewExamination): readonly ZipFile[] {
  const { id } = examination;
  const archived: ArchivedExamination = {
    examination,
    picture: { type: picture.type },
    thumbnail: { type: thumbnail.type },
  };
  return [
    textFile(examinationName(id), encodeRecord(archived)),
    {
      name: pictureName('pictures', id, picture.type),
      bytes: new Uint8Array(picture.bytes),
      compress: false,
    },
    {
      name: pictureName('thumbnails', id, thumbnail.type),
      bytes: new Uint8Array(thumbnail.bytes),
      compress: false,
    },
  ];
}

function textFile(name: string, text: string): ZipFile {
  return { name, bytes: new TextEncoder().encode(text), compress: true };
}
