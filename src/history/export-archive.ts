import type { ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { Failure, toFailure } from '../failure.ts';
import { loadZip } from './archive-files.ts';
import {
  archiveFormat,
  archiveVersion,
  clipName,
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
    const zip = await loadZip();
    const exportedAt = (options.now ?? Date.now)();
    const ids = (await history.list()).map(({ id }) => id);
    const archive = new ArchiveBuilder(zip, new Date(exportedAt));
    const { appVersion } = options;
    await archive.begin({
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
      else await archive.add(record);
      options.onProgress?.(index + 1, ids.length);
    }
    return { archive: await archive.finish(), count: ids.length - unreadable.length, unreadable };
  } catch (thrown) {
    throw toFailure(thrown);
  }
}

/** Collects an archive's files, and its table line by line. */
class ArchiveBuilder {
  readonly #zip: ZipWriter<unknown>;
  readonly #parts: Blob[] = [];
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #table = csvHeader;

  constructor(
    private readonly library: Awaited<ReturnType<typeof loadZip>>,
    lastModDate: Date,
  ) {
    const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
      write: (chunk) => void this.#chunks.push(chunk),
    });
    // Sizes before the bytes, not behind them: some programs cannot read uncompressed files otherwise.
    const options = { lastModDate, dataDescriptor: false, useWebWorkers: false };
    this.#zip = new library.ZipWriter(writable, options);
  }

  async begin(manifest: Manifest): Promise<void> {
    await this.#addText(manifestName, JSON.stringify(manifest));
  }

  async add({ examination, picture, thumbnail, clip }: NewExamination): Promise<void> {
    const { id } = examination;
    const archived: ArchivedExamination = {
      examination,
      picture: { type: picture.type },
      thumbnail: { type: thumbnail.type },
      ...(clip && { clip: { type: clip.type, lengths: clip.lengths } }),
    };
    await this.#addText(examinationName(id), encodeRecord(archived));
    await this.#addPicture(pictureName('pictures', id, picture.type), picture);
    await this.#addPicture(pictureName('thumbnails', id, thumbnail.type), thumbnail);
    if (clip) await this.#addPicture(clipName(id), clip);
    this.#table += csvLine(examination);
    this.#endPart();
  }

  async finish(): Promise<Blob> {
    await this.#addText(tableName, this.#table);
    await this.#zip.close();
    this.#endPart();
    return new Blob(this.#parts, { type: 'application/zip' });
  }

  async #addText(name: string, text: string): Promise<void> {
    await this.#zip.add(name, new this.library.TextReader(text));
  }

  /** Pictures are compressed already. */
  async #addPicture(name: string, { bytes }: { readonly bytes: ArrayBuffer }): Promise<void> {
    await this.#zip.add(name, new this.library.Uint8ArrayReader(new Uint8Array(bytes)), { level: 0 });
  }

  /** Hands what was written to the browser, which keeps Blobs on disk. */
  #endPart(): void {
    this.#parts.push(new Blob(this.#chunks));
    this.#chunks = [];
  }
}

/** One record with its pictures; a Failure when the device lost part of it, which must not stop the others. */
async function readRecord(history: History, id: string): Promise<NewExamination | Failure> {
  try {
    const [opened, thumbnail, clip] = await Promise.all([
      history.open(id),
      history.thumbnail(id),
      history.openClip(id),
    ]);
    const isWhole =
      opened !== null && thumbnail !== null && (clip !== null) === (opened.examination.clip !== undefined);
    if (!isWhole) return new Failure('storage-blocked', `${id} is incomplete`);
    return { ...opened, thumbnail, ...(clip && { clip }) };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code === 'storage-outdated') throw failure;
    return failure;
  }
}
