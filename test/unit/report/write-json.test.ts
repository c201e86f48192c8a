import { expect, test } from 'vitest';
import { writeJson } from '../../../src/report/write-json.ts';
import { bareReport, fullReport } from './full-record.ts';

test('the file holds the whole report, its times and causes in words, and says what it is and is not', () => {
  for (const report of [fullReport, bareReport]) {
    const { schema, version, notice, madeAt, picture, quality, ...others } = JSON.parse(writeJson(report));
    expect([schema, version]).toEqual(['kidney-ultrasound-coach/report', 1]);
    expect(notice).toMatch(/^Not a diagnosis\. For teaching and research only\./);
    const { madeAt: made, picture: taken, quality: judged, ...told } = report;
    // What JSON cannot hold, a number that is none, would come back as null.
    expect(others).toEqual(told);
    expect([Date.parse(madeAt), Date.parse(picture.analysedAt)]).toEqual([made, taken.analysedAt]);
    expect(quality.verdict).toEqual(judged.verdict);
    expect(quality.causes.length).toBe(judged.causes.length);
  }
});
