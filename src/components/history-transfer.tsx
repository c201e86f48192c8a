import { Download, Upload } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { FileButton } from './file-button.tsx';
import { saveFile } from './save-file.ts';
import { showToast } from './toast.tsx';

type Transfer =
  | { readonly name: 'idle' }
  | { readonly name: 'working'; readonly done: number; readonly total: number }
  | { readonly name: 'failed'; readonly failure: Failure };

/** Takes the whole history out as a table or a zip, and puts a zip back. */
export function HistoryTransfer(): VNode {
  const { records } = useServices();
  const [transfer, setTransfer] = useState<Transfer>({ name: 'idle' });
  const onProgress = (done: number, total: number): void => setTransfer({ name: 'working', done, total });
  const run = async (work: () => Promise<string | null>): Promise<void> => {
    try {
      onProgress(0, 1);
      const told = await work();
      if (told !== null) showToast(told);
      setTransfer({ name: 'idle' });
    } catch (error) {
      setTransfer({ name: 'failed', failure: toFailure(error) });
    }
  };
  const isWorking = transfer.name === 'working';
  return (
    <details class={card.card}>
      <summary class={card.summary}>{say('history.export')}</summary>
      <p class={card.quiet}>{say('history.export.more')}</p>
      <div class={card.row}>
        <Button icon={Download} isDisabled={isWorking} onPress={() => void run(() => exportTable(records))}>
          {say('history.export.csv')}
        </Button>
        <Button
          icon={Download}
          isDisabled={isWorking}
          onPress={() => void run(() => exportEverything(records, onProgress))}
        >
          {say('history.export.zip')}
        </Button>
        <FileButton
          icon={Upload}
          text={say('history.restore')}
          accept=".zip,application/zip"
          isDisabled={isWorking}
          onFiles={([file]) => {
            if (file) void run(() => restoreEverything(records, file, onProgress));
          }}
        />
      </div>
      {transfer.name === 'working' && (
        <p role="status">{say('history.working', { done: transfer.done, total: transfer.total })}</p>
      )}
      {transfer.name === 'failed' && <FailureNotice failure={transfer.failure} />}
    </details>
  );
}

type OnProgress = (done: number, total: number) => void;
type Records = ReturnType<typeof useServices>['records'];

async function exportTable(records: Records): Promise<null> {
  const { toCsv } = await import('../history/export-csv.ts');
  const history = await records.history();
  const ids = (await history.list()).map(({ id }) => id);
  saveFile(new Blob([toCsv(await history.read(ids))], { type: 'text/csv' }), fileName('csv'));
  return null;
}

async function exportEverything(records: Records, onProgress: OnProgress): Promise<null> {
  const { exportArchive } = await import('../history/export-archive.ts');
  const history = await records.history();
  const { archive } = await exportArchive(history, { appVersion: __APP_VERSION__, onProgress });
  saveFile(archive, fileName('zip'));
  return null;
}

async function restoreEverything(records: Records, file: File, onProgress: OnProgress): Promise<string> {
  const { restoreArchive } = await import('../history/restore-archive.ts');
  return say('history.restored', await restoreArchive(await records.history(), file, onProgress));
}

function fileName(extension: string): string {
  return `kidney-coach-${new Date().toISOString().slice(0, 10)}.${extension}`;
}
