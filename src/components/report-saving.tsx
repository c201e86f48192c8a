import { Download, Share2 } from 'lucide';
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from './button.tsx';
import { type ReportFormat, type ReportOf, reportFile, reportFormats, sharedFiles } from './report-files.ts';
import styles from './report-saving.module.css';
import { saveFile } from './save-file.ts';
import { showToast } from './toast.tsx';

/** Shares a report where the device can, and saves it as a file of a chosen format. */
export function ReportSaving({ of }: { readonly of: ReportOf }): VNode {
  const [isOpen, setIsOpen] = useState(false);
  const list = useId();
  return (
    <>
      {canShareFiles() && (
        <Button icon={Share2} onPress={() => void share(of)}>
          {say('report.share')}
        </Button>
      )}
      <Button icon={Download} isPressed={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {say('report.export')}
      </Button>
      {isOpen && (
        <ul id={list} class={styles.formats}>
          {reportFormats.map((format) => (
            <li key={format}>
              <button type="button" class={styles.format} onClick={() => save(of, format)}>
                <b>{say(`report.format.${format}`)}</b>
                <span>{say(`report.format.${format}.more`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function save(of: ReportOf, format: ReportFormat): void {
  try {
    const file = reportFile(of, format);
    saveFile(file, file.name);
    showToast(say('report.export.saved', { name: file.name }));
  } catch {
    showToast(say('report.export.failed'));
  }
}

/** Asked with a file like the one that is shared: some browsers share words alone. */
function canShareFiles(): boolean {
  const file = new File([''], 'kidney-report.png', { type: 'image/png' });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
}

async function share(of: ReportOf): Promise<void> {
  try {
    const files = await sharedFiles(of);
    await navigator.share({ files, title: say('report.title'), text: say('report.notice') });
  } catch (thrown) {
    // Who closes the sheet wanted nothing.
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return;
    showToast(say('report.share.failed'));
  }
}
