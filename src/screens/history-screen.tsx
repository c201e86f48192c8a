import { Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { HistoryFilter } from '../components/history-filter.tsx';
import { HistoryList } from '../components/history-list.tsx';
import { HistoryTransfer } from '../components/history-transfer.tsx';
import screen from '../components/screen.module.css';
import type { HistoryModel } from '../history-model.ts';
import { say, sayCount } from '../i18n/say.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { removeWithUndo } from './remove-with-undo.ts';

/** Every picture that was checked on this device. */
export function HistoryScreen(): VNode {
  const { history: model } = useServices();
  useEffect(() => {
    model.watch();
    return () => {
      model.selected.value = null;
    };
  }, [model]);
  const listing = model.listing.value;
  const warning = model.warning.value;
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <div class={screen.header}>
        <h1 tabIndex={-1}>{say('history.title')}</h1>
        {listing.name === 'listed' && listing.summaries.length > 0 && <SelectionBar model={model} />}
      </div>
      {warning?.code === 'storage-blocked' && <p>{say('history.memory')}</p>}
      {warning && warning.code !== 'storage-blocked' && <FailureNotice failure={warning} />}
      {listing.name === 'failed' && <FailureNotice failure={listing.failure} />}
      {listing.name === 'listed' && <Listed model={model} total={listing.summaries.length} />}
    </div>
  );
}

function Listed({ model, total }: { readonly model: HistoryModel; readonly total: number }): VNode {
  const { length } = model.shown.value;
  if (total === 0) {
    return (
      <div class={screen.center}>
        <h2>{say('history.empty')}</h2>
        <p>{say('history.empty.next')}</p>
        <Button kind="primary" onPress={() => go({ place: 'scan' })}>
          {say('scan.title')}
        </Button>
        <HistoryTransfer />
      </div>
    );
  }
  return (
    <>
      <HistoryTransfer />
      <HistoryFilter model={model} />
      <p role="status">{sayCount('history.count', length)}</p>
      {length === 0 && <NoneFits model={model} />}
      <HistoryList model={model} />
    </>
  );
}

function NoneFits({ model }: { readonly model: HistoryModel }): VNode {
  return (
    <div class={screen.bar}>
      <p>{say('history.none')}</p>
      <Button
        onPress={() => {
          model.filter.value = {};
        }}
      >
        {say('history.clear-filter')}
      </Button>
    </div>
  );
}

function SelectionBar({ model }: { readonly model: HistoryModel }): VNode {
  const { records } = useServices();
  const selected = model.selected.value;
  if (selected === null) {
    return (
      <Button
        onPress={() => {
          model.selected.value = new Set();
        }}
      >
        {say('history.select')}
      </Button>
    );
  }
  const leave = (): void => {
    model.selected.value = null;
  };
  return (
    <div class={screen.bar}>
      <span>{say('history.selected', { count: selected.size })}</span>
      <Button
        onPress={() => {
          model.selected.value = new Set(model.shown.value.map(({ id }) => id));
        }}
      >
        {say('history.select.all')}
      </Button>
      <Button
        kind="danger"
        icon={Trash2}
        isDisabled={selected.size === 0}
        onPress={() => {
          void removeWithUndo(records, [...selected]);
          leave();
        }}
      >
        {say('history.delete')}
      </Button>
      <Button onPress={leave}>{say('history.select.done')}</Button>
    </div>
  );
}
