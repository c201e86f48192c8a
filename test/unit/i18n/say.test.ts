import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addMessages, en } from '../../../src/i18n/en.ts';
import { advice } from '../../../src/i18n/en-advice.ts';
import { patient } from '../../../src/i18n/en-patient.ts';
import { formatBytes, formatProbability, formatShare } from '../../../src/i18n/format.ts';
import { phrase, say, sayCount, sayPhrase } from '../../../src/i18n/say.ts';

addMessages(advice);
addMessages(patient);

describe('messages', () => {
  it('fills every placeholder', () => {
    expect(say('scan.queue', { number: 2, total: 5 })).toBe('Checking picture 2 of 5');
    expect(sayPhrase(phrase('cause.lost', { share: '12 %' }))).toBe('12 % of the sector is pure black.');
  });

  it('chooses the plural', () => {
    expect(sayCount('history.count', 1)).toBe('1 picture');
    expect(sayCount('history.count', 0)).toBe('0 pictures');
    expect(sayCount('history.count', 5000)).toBe('5000 pictures');
  });

  it('keeps the voice: no exclamation marks, no empty text, no stray spaces', () => {
    const bad = Object.entries<string>(en).filter(([, text]) => text === '' || /!| {2}|^\s|\s$/.test(text));
    expect(bad).toEqual([]);
  });

  it('holds no message that nothing uses', () => {
    const sources = sourceFiles().map((file) => readFileSync(file, 'utf8'));
    const code = sources.join('\n');
    const unused = Object.keys(en).filter((key) => !code.includes(`'${key}'`) && !isBuilt(key));
    expect(unused).toEqual([]);
  });
});

describe('figures', () => {
  it('writes shares in per cent, finer when small', () => {
    expect(formatShare(0.5)).toBe('50%');
    expect(formatShare(0.034)).toBe('3.4%');
    expect(formatShare(0)).toBe('0%');
  });

  it('writes no probability as a certainty', () => {
    expect([0, 0.004, 0.5, 0.993, 1].map(formatProbability)).toEqual([
      '< 1%',
      '< 1%',
      '50%',
      '> 99%',
      '> 99%',
    ]);
  });

  it('writes sizes in MB and GB', () => {
    expect(formatBytes(4_400_000)).toBe('4.4 MB');
    expect(formatBytes(2_500_000_000)).toBe('2.5 GB');
  });
});

/** Keys that the code puts together from a code, a label or a step. */
function isBuilt(key: string): boolean {
  const prefixes = [
    ...[
      'place',
      'start',
      'backend',
      'verdict',
      'advice',
      'failure',
      'notice',
      'meter',
      'card.kind',
      'framing',
    ],
    ...[
      'models.use',
      'models.job',
      'provenance.sector',
      'provenance.scale.from',
      'scan.queue.done',
      'history.count',
      'history.deleted',
    ],
    ...['organ', 'finding', 'sex', 'side', 'view', 'layer', 'region', 'fault'].map((of) => `patient.${of}`),
  ];
  return prefixes.some((prefix) => key.startsWith(`${prefix}.`));
}

function sourceFiles(): string[] {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/^en[-.]/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}
