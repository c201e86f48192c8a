import { useSignalEffect } from '@preact/signals';
import { Component, type ComponentChildren, type FunctionComponent, type VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import styles from './app.module.css';
import { Button } from './components/button.tsx';
import { lazyScreen } from './components/lazy-screen.tsx';
import { Places } from './components/places.tsx';
import screen from './components/screen.module.css';
import { ToastPlace } from './components/toast.tsx';
import { UpdateBar } from './components/update-bar.tsx';
import { say } from './i18n/say.ts';
import { pictureTarget } from './picture-target.ts';
import { go, type LabRoom, type Route, route } from './route.ts';
import { ScanScreen } from './screens/scan-screen.tsx';
import { useDroppedAndPastedFiles } from './screens/use-dropped-files.ts';
import { hand, shownTheme } from './settings.ts';

const AnnotateProjectScreen = lazyScreen(
  async () => (await import('./screens/annotate-project-screen.tsx')).AnnotateProjectScreen,
);
const AnnotateWorkScreen = lazyScreen(
  async () => (await import('./screens/annotate-work-screen.tsx')).AnnotateWorkScreen,
);
const CameraScreen = lazyScreen(async () => (await import('./screens/camera-screen.tsx')).CameraScreen);
const ClipScreen = lazyScreen(async () => (await import('./screens/clip-screen.tsx')).ClipScreen);
const FunctionScreen = lazyScreen(async () => (await import('./screens/function-screen.tsx')).FunctionScreen);
const FindingsScreen = lazyScreen(async () => (await import('./screens/findings-screen.tsx')).FindingsScreen);
const HistoryScreen = lazyScreen(async () => (await import('./screens/history-screen.tsx')).HistoryScreen);
const LabScreen = lazyScreen(async () => (await import('./screens/lab-screen.tsx')).LabScreen);
const MeasureScreen = lazyScreen(async () => (await import('./screens/measure-screen.tsx')).MeasureScreen);
const ModelCardScreen = lazyScreen(
  async () => (await import('./screens/model-card-screen.tsx')).ModelCardScreen,
);
const OutlineScreen = lazyScreen(async () => (await import('./screens/outline-screen.tsx')).OutlineScreen);
const PatientScreen = lazyScreen(async () => (await import('./screens/patient-screen.tsx')).PatientScreen);
const ReportScreen = lazyScreen(async () => (await import('./screens/report-screen.tsx')).ReportScreen);
const ResultScreen = lazyScreen(async () => (await import('./screens/result-screen.tsx')).ResultScreen);
const SettingsScreen = lazyScreen(async () => (await import('./screens/settings-screen.tsx')).SettingsScreen);
const TrendScreen = lazyScreen(async () => (await import('./screens/trend-screen.tsx')).TrendScreen);

const labScreens: Readonly<Record<LabRoom, FunctionComponent>> = {
  tissue: lazyScreen(async () => (await import('./screens/tissue-screen.tsx')).TissueScreen),
  prepared: lazyScreen(async () => (await import('./screens/prepared-screen.tsx')).PreparedScreen),
  learning: lazyScreen(async () => (await import('./screens/learning-screen.tsx')).LearningScreen),
  annotate: lazyScreen(async () => (await import('./screens/annotate-screen.tsx')).AnnotateScreen),
  agreement: lazyScreen(async () => (await import('./screens/agreement-screen.tsx')).AgreementScreen),
  screening: lazyScreen(async () => (await import('./screens/screening-screen.tsx')).ScreeningScreen),
  blood: lazyScreen(async () => (await import('./screens/blood-screen.tsx')).BloodScreen),
  models: lazyScreen(async () => (await import('./screens/models-screen.tsx')).ModelsScreen),
};

/** The frame round every screen: places, drop target, toasts, updates. */
export function App(): VNode {
  const main = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    document.documentElement.dataset.theme = shownTheme.value;
    document.documentElement.dataset.hand = hand.value;
  });
  // The first picture's result must not wait for code.
  useEffect(() => void ResultScreen.preload(), []);
  const isDropping = useDroppedAndPastedFiles();
  const hash = JSON.stringify(route.value);
  useEffect(() => {
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [hash]);
  return (
    <div class={styles.app}>
      <button type="button" class={styles.skip} onClick={() => main.current?.focus()}>
        {say('app.skip')}
      </button>
      <main ref={main} id="main" class={styles.main} tabIndex={-1}>
        <ScreenBoundary key={hash}>
          <Screen to={route.value} />
        </ScreenBoundary>
      </main>
      <UpdateBar />
      <Places />
      <ToastPlace />
      {isDropping && <div class={styles.drop}>{pictureTarget.value?.hint ?? say('scan.drop.now')}</div>}
    </div>
  );
}

function Screen({ to }: { readonly to: Route }): VNode {
  switch (to.place) {
    case 'scan':
      return <ScanScreen />;
    case 'clip':
      return <ClipScreen />;
    case 'camera':
      return <CameraScreen />;
    case 'patient':
      return <PatientScreen address={to.settings} />;
    case 'examination':
      return <ExaminationPlace to={to} />;
    case 'history':
      return <HistoryScreen />;
    case 'trend':
      return <TrendScreen pseudonym={to.pseudonym} />;
    case 'lab':
      return <LabRoomScreen room={to.room} />;
    case 'annotate':
      return to.page ? (
        <AnnotateProjectScreen project={to.project} />
      ) : (
        <AnnotateWorkScreen project={to.project} />
      );
    case 'model':
      return <ModelCardScreen name={to.name} />;
    case 'settings':
      return <SettingsScreen />;
  }
}

function LabRoomScreen({ room }: { readonly room: LabRoom | null }): VNode {
  const Shown = room === null ? LabScreen : labScreens[room];
  return <Shown />;
}

/** A record, or one of the screens on which something is done with it. */
function ExaminationPlace({ to }: { readonly to: Extract<Route, { place: 'examination' }> }): VNode {
  switch (to.part) {
    case 'measure':
      return <MeasureScreen id={to.id} />;
    case 'outline':
      return <OutlineScreen id={to.id} />;
    case 'findings':
      return <FindingsScreen id={to.id} />;
    case 'function':
      return <FunctionScreen id={to.id} />;
    case 'report':
      return <ReportScreen id={to.id} />;
    default:
      return <ResultScreen id={to.id} />;
  }
}

/** A screen that throws leaves a sentence and a way out, never a blank page. */
class ScreenBoundary extends Component<{ children: ComponentChildren }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static override getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ComponentChildren {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div class={screen.center}>
        <h1 tabIndex={-1}>{say('error.screen')}</h1>
        <p>{say('error.screen.next')}</p>
        <Button
          onPress={() => {
            go({ place: 'scan' });
            this.setState({ hasFailed: false });
          }}
        >
          {say('error.home')}
        </Button>
      </div>
    );
  }
}
