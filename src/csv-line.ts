/** A number or text of the app's own, or null for an empty cell. */
export type Cell = string | number | boolean | null;

/** Spreadsheets read UTF-8 only behind this mark. */
export const byteOrderMark = '\uFEFF';

const newline = '\r\n';

/** One line of a table (RFC 4180), safe to open in a spreadsheet; empty cells for null and NaN. */
export function csvLineOf(cells: readonly Cell[]): string {
  return cells.map(toCell).join(',') + newline;
}

function toCell(cell: Cell): string {
  if (cell === null || Number.isNaN(cell)) return '';
  const text = typeof cell === 'string' ? disarm(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection),
 * and before text that starts with an apostrophe, so that taking one away always gives the text back.
 */
function disarm(text: string): string {
  return /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}
