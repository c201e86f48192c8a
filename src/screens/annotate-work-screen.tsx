import { ArrowLeft, ArrowRight, Check, Images, Keyboard, SkipForward } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import styles from '../components/annotate.module.css';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { LabellingPlace } from '../components/labelling-place.tsx';
import { StatusWord } from '../components/picture-rows.tsx';
import { PictureSaid } from '../components/picture-said.tsx';
import { ProposalCard } from '../components/proposal-card.tsx';
import screen from '../components/screen.module.css';
import { Switch } from '../components/switch.tsx';
import work from '../components/work.module.css';
import { WorkKeysHelp } from '../components/work-keys-help.tsx';
import { WorkStage } from '../components/work-stage.tsx';
import { say } from '../i18n/say.ts';
import type { Labelling } from '../labelling/labelling.ts';
import type { OpenPicture } from '../labelling/open-picture.ts';
import { WorkModel } from '../labelling/work-model.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { proposing } from '../settings.ts';
import { usePictureTarget } from './use-picture-target.ts';
import { passToEditor, workKey } from './work-keys.ts';

/** The work on a project's pictures, one after the other. */
export function AnnotateWorkScreen({ project }: { readonly project: string }): VNode {
  return <LabellingPlace>{(labelling) => <Work labelling={labelling} project={project} />}</LabellingPlace>;
}

function Work({ labelling, project }: { readonly labelling: Labelling; readonly project: string }): VNode {
  const { store, adder } = labelling;
  const { inference } = useServices();
  const model = useMemo(() => {
    const isProposing = (): boolean => proposing.value === 'on';
    return new WorkModel({ store, project, analyse: inference.analyse, isProposing });
  }, [store, project, inference]);
  useEffect(() => {
    void model.start();
    return () => model.end();
  }, [model]);
  usePictureTarget(say('annotate.drop.add'), (picked) => void adder.add(project, picked));
  const view = model.view.value;
  if (view.name === 'open') return <OpenWork model={model} picture={view.picture} project={project} />;
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <div>
        <Button icon={ArrowLeft} onPress={() => go({ place: 'lab', room: 'annotate' })}>
          {say('annotate.back')}
        </Button>
      </div>
      <h1 tabIndex={-1}>{say(view.name === 'missing' ? 'annotate.missing' : 'annotate.title')}</h1>
      {view.name === 'loading' && <p role="status">{say('annotate.opening')}</p>}
      {view.name === 'missing' && <p>{say('annotate.missing.next')}</p>}
      {view.name === 'empty' && <p>{say('annotate.without')}</p>}
      {view.name === 'failed' && <FailureNotice failure={view.failure} />}
      {view.name !== 'loading' && view.name !== 'missing' && (
        <div>
          <Button icon={Images} onPress={() => go({ place: 'annotate', project, page: true })}>
            {say('annotate.files')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface OpenWorkProps {
  readonly model: WorkModel;
  readonly picture: OpenPicture;
  readonly project: string;
}

function OpenWork({ model, picture, project }: OpenWorkProps): VNode {
  const comment = useRef<HTMLTextAreaElement>(null);
  const [isHelp, setIsHelp] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const onHelp = (): void => setIsHelp((was) => !was);
      const onComment = (): void => comment.current?.focus();
      if (workKey(event, { model, onHelp, onComment })) event.preventDefault();
      else passToEditor(event, document.querySelector('[role=application]'));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [model]);
  return (
    <div class={`${screen.screen} ${work.work}`}>
      <WorkHeader model={model} picture={picture} project={project}>
        <Button
          icon={Keyboard}
          label={say('annotate.keys')}
          isPressed={isHelp}
          onPress={() => setIsHelp(!isHelp)}
        />
      </WorkHeader>
      <Unsaved model={model} />
      {isHelp && <WorkKeysHelp />}
      <div class={work.columns}>
        <WorkStage picture={picture} labels={model.labels.value} />
        <div class={work.side}>
          <PictureSaid key={picture.row.id} picture={picture} comment={comment} />
          <ProposalCard model={model} picture={picture} />
          <Switch
            label={say('annotate.unfinished')}
            isOn={model.list.onlyUnfinished.value}
            onChange={(isOn) => {
              model.list.onlyUnfinished.value = isOn;
            }}
          />
        </div>
      </div>
      <WorkBar model={model} picture={picture} />
    </div>
  );
}

function WorkHeader(props: OpenWorkProps & { readonly children: VNode }): VNode {
  const { model, picture, project, children } = props;
  const rows = model.list.rows.value;
  const { total, done, skipped } = model.list.progress.value;
  const number = rows.findIndex(({ id }) => id === picture.row.id) + 1;
  return (
    <header class={work.header}>
      <Button
        icon={Images}
        label={say('annotate.files')}
        onPress={() => go({ place: 'annotate', project, page: true })}
      />
      <div class={work.title}>
        <h1 tabIndex={-1}>{picture.row.fileName}</h1>
        <p class={work.figures} aria-busy={model.saver.isWriting.value}>
          {say('annotate.position', { number, total })}
          <StatusWord status={picture.status.value} />
        </p>
      </div>
      {children}
      <progress
        class={work.progress}
        value={done + skipped}
        max={total}
        aria-label={say('annotate.progress', { done, total })}
      />
      <p class={work.figures} role="status">
        {done + skipped === total ? say('annotate.all-done') : say('annotate.progress', { done, total })}
      </p>
    </header>
  );
}

function Unsaved({ model }: { readonly model: WorkModel }): VNode | null {
  const failure = model.saver.failure.value;
  if (failure === null) return null;
  return (
    <FailureNotice failure={failure}>
      {failure.code !== 'annotation-changed' && (
        <div class={styles.running}>
          <p>{say('annotate.unsaved')}</p>
          <Button onPress={() => void model.saver.flush()}>{say('annotate.retry')}</Button>
        </div>
      )}
    </FailureNotice>
  );
}

function WorkBar({ model, picture }: { readonly model: WorkModel; readonly picture: OpenPicture }): VNode {
  const { list } = model;
  const { id } = picture.row;
  return (
    <nav class={work.bar} aria-label={say('annotate.pictures')}>
      <Button
        icon={ArrowLeft}
        label={say('annotate.previous')}
        isDisabled={list.neighbour(id, -1) === null}
        onPress={() => model.go(-1)}
      />
      <Button icon={SkipForward} onPress={() => model.finish('skipped')}>
        {say('annotate.skip')}
      </Button>
      <Button kind="primary" icon={Check} onPress={() => model.finish('done')}>
        {say('annotate.done')}
      </Button>
      <Button
        icon={ArrowRight}
        label={say('annotate.next')}
        isDisabled={list.neighbour(id, 1) === null}
        onPress={() => model.go(1)}
      />
    </nav>
  );
}
