import { newUid } from '../dicom/new-uid.ts';
import { writeDicom } from '../dicom/write-dicom.ts';
import { say } from '../i18n/say.ts';
import { instanceElements } from './dicom-instance.ts';
import type { Report } from './report.ts';
import { answers, names } from './sr-codes.ts';
import { coded, container, contentElements, type Related, text, uid } from './sr-content.ts';
import { bloodGroup, evaluations, sizeGroup } from './sr-report.ts';

/** Comprehensive SR Storage. */
const sopClass = '1.2.840.10008.5.1.4.1.1.88.33';

/** The app as a device that observes; ours for ever. */
const appUid = '2.25.191386270216478893502114286049718352607';

/**
 * A report as a DICOM structured report (PS3.3 A.35.3) after template 1500: the kidney's sizes as a measurement group, a
 * blood test as another, and what is told in words as qualitative evaluations. It is partial, preliminary and
 * unverified. `random` makes the UIDs.
 */
export function writeSr(report: Report, random?: () => number): Uint8Array<ArrayBuffer> {
  const instance = {
    sopClass,
    modality: 'SR' as const,
    uid: newUid(random),
    study: newUid(random),
    series: newUid(random),
  };
  const blood = bloodGroup(report, newUid(random));
  const groups = [sizeGroup(report, newUid(random)), ...(blood ? [blood] : [])];
  const root = container(
    names.report,
    [
      ['HAS CONCEPT MOD', coded(names.language, answers.english)],
      ...observer,
      ['HAS CONCEPT MOD', coded(names.procedure, answers.ultrasound)],
      [
        'CONTAINS',
        container(
          names.measurements,
          groups.map((group): Related => ['CONTAINS', group]),
        ),
      ],
      ['CONTAINS', container(names.qualitative, evaluations(report))],
    ],
    '1500',
  );
  const elements = [
    ...instanceElements(report, instance),
    [0x0008_1111, 'SQ', []] as const,
    [0x0040_a372, 'SQ', []] as const,
    [0x0040_a491, 'CS', 'PARTIAL'] as const,
    [0x0040_a493, 'CS', 'UNVERIFIED'] as const,
    [0x0040_a496, 'CS', 'PRELIMINARY'] as const,
    ...contentElements(root),
  ];
  return writeDicom(
    sopClass,
    instance.uid,
    elements.toSorted(([a], [b]) => a - b),
  );
}

/** Who observed: the app (template 1004). */
const observer: readonly Related[] = [
  ['HAS OBS CONTEXT', coded(names.observerType, answers.device)],
  ['HAS OBS CONTEXT', uid(names.observerUid, appUid)],
  ['HAS OBS CONTEXT', text(names.observerName, say('app.name'))],
];
