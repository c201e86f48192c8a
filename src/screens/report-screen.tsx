import { Printer, Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { drawReportPicture, reportedOutlines } from '../components/draw-report-picture.ts';
import { encodePng } from '../components/report-files.ts';
import { ReportPaper } from '../components/report-paper.tsx';
import { ReportSaving } from '../components/report-saving.tsx';
import screen from '../components/screen.module.css';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { findingsWords } from '../i18n/en-findings.ts';
import { measure } from '../i18n/en-measure.ts';
import { outline } from '../i18n/en-outline.ts';
import { report as messages } from '../i18n/en-report.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { RecordPlace } from './record-place.tsx';
import { ReportMissing } from './report-missing.tsx';
import styles from './report-screen.module.css';
import { useReport } from './use-report.ts';

addMessages(findingsWords);
addMessages(measure);
addMessages(outline);
addMessages(messages);

/** More would not fit on the page with the rest. */
const mostNotes = 600;

/** One record as a page: to print, to share, and to save as a file. */
export function ReportScreen({ id }: { readonly id: string }): VNode {
  return (
    <RecordPlace id={id}>
      {({ examination, bitmap }) => <RecordReport examination={examination} bitmap={bitmap} key={id} />}
    </RecordPlace>
  );
}

interface RecordReportProps {
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
}

function RecordReport({ examination, bitmap }: RecordReportProps): VNode {
  const report = useReport(examination, bitmap);
  const picture = useDrawn(examination, bitmap);
  const [notes, setNotes] = useState('');
  const outlined = reportedOutlines(examination)
    .filter(({ contours }) => contours.length > 0)
    .map(({ structure }) => structure);
  if (report === null) return <p class={screen.center}>{say('result.opening')}</p>;
  return (
    <div class={`${screen.screen} ${styles.screen}`}>
      <header class={styles.header}>
        <h1 tabIndex={-1}>{say('report.heading')}</h1>
        <Button icon={Undo2} onPress={() => go({ place: 'examination', id: examination.id })}>
          {say('report.back')}
        </Button>
      </header>
      <div class={styles.actions}>
        <Button kind="primary" icon={Printer} isDisabled={picture === null} onPress={() => print()}>
          {say('report.print')}
        </Button>
        <ReportSaving of={{ report, examination, bitmap }} />
      </div>
      <ReportMissing report={report} />
      <ReportPaper report={report} picture={picture} outlined={outlined} notes={notes} />
      <Notes notes={notes} onChange={setNotes} />
    </div>
  );
}

interface NotesProps {
  readonly notes: string;
  readonly onChange: (notes: string) => void;
}

function Notes({ notes, onChange }: NotesProps): VNode {
  const id = useId();
  return (
    <div class={styles.notes}>
      <label htmlFor={id}>{say('report.notes')}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={mostNotes}
        aria-describedby={`${id}-hint`}
        value={notes}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-hint`}>{say('report.notes.hint')}</p>
    </div>
  );
}

/** The address of the picture with the outline drawn in; null while it is drawn. */
function useDrawn(examination: Examination, bitmap: ImageBitmap): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    const draw = async (): Promise<void> => {
      const blob = await encodePng(drawReportPicture(bitmap, examination));
      if (isGone) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    };
    void draw();
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [examination, bitmap]);
  return address;
}
