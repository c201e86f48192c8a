import './styles/tokens.css';
import './styles/base.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { showToast } from './components/toast.tsx';
import { createEngineModel } from './engine.ts';
import { Exam } from './exam.ts';
import { openHistory } from './history/open-history.ts';
import { HistoryModel } from './history-model.ts';
import { say } from './i18n/say.ts';
import { createInference } from './inference.ts';
import { openedClip } from './opened-clip.ts';
import { registerServiceWorker } from './pwa.ts';
import { Records } from './records.ts';
import { type Services, ServicesContext } from './services.ts';

const day = 24 * 60 * 60 * 1000;

const records = new Records(openHistory());
const inference = createInference({
  startWorker: () =>
    new Worker(new URL('../workers/inference.worker.ts', import.meta.url), {
      type: 'module',
      name: 'inference',
    }),
  options: { modelsUrl: new URL('models/', document.baseURI).href, without: [] },
});
const exam = new Exam({
  analyse: inference.analyse,
  keep: (record) => records.keep(record),
});
const engine = createEngineModel(inference);
inference.onNews((news) => {
  if (news.news === 'device-lost') showToast(say('notice.device-lost'));
});
const services: Services = { inference, engine, exam, records, history: new HistoryModel(records) };

const root = document.getElementById('app');
if (root !== null) {
  root.textContent = '';
  render(
    <ServicesContext.Provider value={services}>
      <App />
    </ServicesContext.Provider>,
    root,
  );
}

// Models load while the user reads.
void engine.start();
void registerServiceWorker(() => exam.items.value.length === 0 && openedClip.value === null);
void records.purge(Date.now() - day);
