import { byteOrderMark, csvLineOf } from '../csv-line.ts';
import { findings } from '../findings/finding.ts';
import type { ReadOwn } from './screening-model.ts';

/** Each picture that was read with what is true of it and the probabilities, for a spreadsheet. */
export function screeningCsv(read: readonly ReadOwn[]): string {
  const header = ['filename', ...findings, ...findings.map((finding) => `${finding}_probability`)];
  const rows = read.map(({ picture: { path, truths }, readings }) => [
    path,
    ...findings.map((finding) => (truths[finding] === undefined ? null : Number(truths[finding]))),
    ...findings.map((finding) => readings.find((one) => one.finding === finding)?.probability ?? null),
  ]);
  return byteOrderMark + [header, ...rows].map(csvLineOf).join('');
}
