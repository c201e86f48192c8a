/** What a pseudonym looks like that it should not be; null where it looks like neither. */
export type PseudonymDoubt = 'name' | 'date' | null;

/** Two or more words that begin with capitals, with or without a comma: "Jane Doe", "Doe, J.", "Müller-Groß Eva"; not "Patient A". */
const word = String.raw`\p{Lu}(?:[\p{L}\p{M}'’-]+\.?|\.)`;
const name = new RegExp(`^${word}(?:,? ${word})+$`, 'u');
/** Day, month and year in any order, parted by anything or by nothing. */
const partedDate = /(^|\D)\d{1,4}([./\- ])\d{1,2}\2\d{1,4}(\D|$)/;
const plainDate =
  /(^|\D)((19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d)(\D|$)/;

/** Whether a pseudonym looks like a full name or a date of birth; a guess, so it may warn but never forbid. */
export function doubtPseudonym(pseudonym: string): PseudonymDoubt {
  const text = tidyPseudonym(pseudonym);
  if (partedDate.test(text) || plainDate.test(text)) return 'date';
  return name.test(text) ? 'name' : null;
}

/** As it is kept: no spaces round it, one between words, accents in one form; at most 60 UTF-16 units, no half characters. */
export function tidyPseudonym(typed: string): string {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 60);
  return text.replace(/\p{Cs}/gu, '').trim();
}
