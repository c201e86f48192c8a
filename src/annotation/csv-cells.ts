/** What parts the cells of a line. */
export type Separator = ',' | ';' | '\t';

const cells: Readonly<Record<Separator, RegExp>> = {
  ',': /(?:"([^"]*(?:""[^"]*)*)"|([^,]*))(,|$)/y,
  ';': /(?:"([^"]*(?:""[^"]*)*)"|([^;]*))(;|$)/y,
  '\t': /(?:"([^"]*(?:""[^"]*)*)"|([^\t]*))(\t|$)/y,
};

/** The cells of one line (RFC 4180, but for line breaks in cells); null where a quote is not closed. */
export function readCells(line: string, separator: Separator = ','): string[] | null {
  const cell = cells[separator];
  const read: string[] = [];
  cell.lastIndex = 0;
  for (;;) {
    const match = cell.exec(line);
    const [, quoted, plain = '', end = ''] = match ?? [];
    if (match === null || plain.startsWith('"')) return null;
    read.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') return read;
  }
}
