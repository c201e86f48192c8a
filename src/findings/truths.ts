import { type Finding, findings } from './finding.ts';

/** What is true of a picture, as far as somebody knows it. */
export type Truths = Readonly<Partial<Record<Finding, boolean>>>;

const parts = findings.filter((finding) => finding !== 'abnormal');

/** Adds what follows: a finding makes a kidney abnormal, and a normal one has none. Null for what contradicts itself. */
export function completeTruths(truths: Truths): Truths | null {
  const isAnyThere = parts.some((finding) => truths[finding] === true);
  if (truths.abnormal === false) {
    return isAnyThere ? null : Object.fromEntries(findings.map((finding) => [finding, false]));
  }
  return isAnyThere ? { ...truths, abnormal: true } : truths;
}

/** What folders of teaching sets are called; any other name says nothing. */
const folderNames: readonly (readonly [RegExp, Truths])[] = [
  [/^(normal|healthy|no[ -]?findings?)$/, { abnormal: false }],
  [/^(abnormal|pathologic(al)?)$/, { abnormal: true }],
  [/^(kidney |renal )?(stones?|calculus|calculi)$/, { stone: true }],
  [/^(kidney |renal |simple )?cysts?$/, { cyst: true }],
  [/^(hyperechogenicity|hyperechoic|hyperechogenic|bright cortex)$/, { hyperechogenicity: true }],
  [/^(mass(es)?|tumou?rs?|lesions?|space occupying lesions?)$/, { mass: true }],
  [/^hydronephrosis$/, { hydronephrosis: true }],
];

/**
 * What the folder that a picture lies in says of it; null where no folder of its path has a name that is known. A
 * picture in the folder of one finding may have others too, which is then unknown.
 */
export function truthsOfFolder(path: string): Truths | null {
  for (const folder of path.split('/').slice(0, -1).reverse()) {
    const name = folder
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ');
    const said = folderNames.find(([words]) => words.test(name));
    if (said) return completeTruths(said[1]);
  }
  return null;
}
