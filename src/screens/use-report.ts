import { useEffect, useState } from 'preact/hooks';
import { openPartner } from '../components/use-pair.ts';
import type { Examination } from '../history/examination.ts';
import type { KidneyView } from '../measure/pair-volume.ts';
import { makeReport } from '../report/make-report.ts';
import type { Report } from '../report/report.ts';
import { useServices } from '../services.ts';

/** A record told as a report; null while the picture of the other view is opened. */
export function useReport(examination: Examination, bitmap: ImageBitmap): Report | null {
  const { records } = useServices();
  const [report, setReport] = useState<Report | null>(null);
  useEffect(() => {
    let isGone = false;
    const tell = async (): Promise<void> => {
      const id = examination.additions?.partner;
      const partner = id === undefined ? null : await openPartner(records, id);
      if (!isGone) setReport(reportOf(examination, bitmap, partner?.name === 'opened' ? partner.view : null));
    };
    void tell();
    return () => {
      isGone = true;
    };
  }, [records, examination, bitmap]);
  return report;
}

function reportOf(examination: Examination, bitmap: ImageBitmap, partner: KidneyView | null): Report {
  return makeReport(examination, {
    opened: { width: bitmap.width, height: bitmap.height },
    partner,
    now: Date.now(),
  });
}
