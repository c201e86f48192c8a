/** One record of a DICOMDIR (PS3.3, F.3), as it stands in the file. */
export interface DirectoryRecord {
  /** Where its item starts in the file; other records point here. */
  readonly offset: number;
  readonly next: number;
  readonly lower: number;
  /** Series or instance number; undefined where it has none. */
  readonly number: number | undefined;
  /** The file it stands for, its folders joined by slashes; null for records above. */
  readonly path: string | null;
}

/**
 * The files that a DICOMDIR lists, in the order of its patients and studies, then by series and instance number. Records that
 * point in a circle are followed once; files that no record leads to come last.
 */
export function orderDirectory(records: readonly DirectoryRecord[], root: number): string[] {
  const byOffset = new Map(records.map((record) => [record.offset, record]));
  const seen = new Set<DirectoryRecord>();
  const paths = new Set<string>();

  function siblings(start: number): DirectoryRecord[] {
    const found: DirectoryRecord[] = [];
    for (let at = byOffset.get(start); at !== undefined && !seen.has(at); at = byOffset.get(at.next)) {
      seen.add(at);
      found.push(at);
    }
    return found.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  }

  // A stack and not recursion: a hostile file may nest deeper than the call stack.
  const waiting = siblings(root).reverse();
  for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
    if (record.path !== null) paths.add(record.path);
    waiting.push(...siblings(record.lower).reverse());
  }
  for (const { path } of records) if (path !== null) paths.add(path);
  return [...paths];
}
