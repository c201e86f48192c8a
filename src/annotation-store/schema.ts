import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { StoredPicture } from '../history/examination.ts';
import type { UpgradeStepOf } from '../history/open-connection.ts';
import type { PictureAnnotation, PictureRow, Project } from './project.ts';

/** What lies in the annotation database. A picture has a row in `rows` and `pictures`, and one in `annotations` once labelled. */
export interface AnnotationSchema extends DBSchema {
  projects: { key: string; value: Project };
  /** Small rows for lists and progress. */
  rows: {
    key: string;
    value: PictureRow;
    indexes: {
      'by-order': [project: string, order: number];
      'by-file': [project: string, fileName: string, fileSize: number];
    };
  };
  annotations: { key: string; value: PictureAnnotation };
  pictures: { key: string; value: StoredPicture };
}

/** An open connection. */
export type AnnotationConnection = IDBPDatabase<AnnotationSchema>;

/** One transaction that writes to all stores. */
export type WriteTransaction = IDBPTransaction<AnnotationSchema, StoreNames<AnnotationSchema>[], 'readwrite'>;

/** All stores, for transactions that must write everything or nothing. */
export const storeNames: StoreNames<AnnotationSchema>[] = ['projects', 'rows', 'annotations', 'pictures'];

/** Step n − 1 leads to version n. Steps are added at the end and never changed: old tablets run them all. */
export const upgradeSteps: readonly UpgradeStepOf<AnnotationSchema>[] = [createStores];

function createStores(database: AnnotationConnection): void {
  database.createObjectStore('projects', { keyPath: 'id' });
  const rows = database.createObjectStore('rows', { keyPath: 'id' });
  rows.createIndex('by-order', ['project', 'order']);
  rows.createIndex('by-file', ['project', 'fileName', 'fileSize']);
  database.createObjectStore('annotations');
  database.createObjectStore('pictures');
}
