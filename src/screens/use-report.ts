import { useEffect, useState } from 'preact/hooks';
import type { ModelIdentity } from '../analysis.ts';
import { openPartner } from '../components/use-pair.ts';
import type { Examination } from '../history/examination.ts';
import type { Inference } from '../inference.ts';
import { chosenThresholds } from '../operating-points.ts';
import { makeReport } from '../report/make-report.ts';
import type { FindingGrounds } from '../report/read-reading.ts';
import type { Report } from '../report/report.ts';
import { type Services, useServices } from '../services.ts';

/** A record told as a report; null while the other view's picture and the model's card are looked for. */
export function useReport(examination: Examination, bitmap: ImageBitmap): Report | null {
  const { records, inference } = useServices();
  const [report, setReport] = useState<Report | null>(null);
  useEffect(() => {
    let isGone = false;
    const tell = async (): Promise<void> => {
      const made = await reportOf(examination, bitmap, { records, inference });
      if (!isGone) setReport(made);
    };
    void tell();
    return () => {
      isGone = true;
    };
  }, [records, inference, examination, bitmap]);
  return report;
}

async function reportOf(
  examination: Examination,
  bitmap: ImageBitmap,
  { records, inference }: Pick<Services, 'records' | 'inference'>,
): Promise<Report> {
  const { partner: id, reading } = examination.additions ?? {};
  const partner = id === undefined ? null : await openPartner(records, id);
  return makeReport(examination, {
    opened: { width: bitmap.width, height: bitmap.height },
    partner: partner?.name === 'opened' ? partner.view : null,
    grounds: reading?.findings ? await findGrounds(inference, reading.findings.model) : null,
    now: Date.now(),
  });
}

/** The card of the model that made a reading; null where it is here no more, or the engine does not start. */
async function findGrounds(inference: Inference, model: ModelIdentity): Promise<FindingGrounds | null> {
  try {
    const installed = await inference.ask('listModels', null);
    const found = installed.find(({ identity }) => identity.sha256 === model.sha256);
    return found ? { card: found.card, chosen: chosenThresholds(model) } : null;
  } catch {
    // Without its card nothing is told of a finding, and the report says so.
    return null;
  }
}
