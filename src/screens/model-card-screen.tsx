import { ArrowLeft } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { InstalledModel } from '../../workers/protocol.ts';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { MetricGroups } from '../components/metrics-table.tsx';
import { ReliabilityTable } from '../components/reliability-table.tsx';
import screen from '../components/screen.module.css';
import { formatBytes, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import styles from './model-card-screen.module.css';
import { ModelsModel } from './models-model.ts';

/** A model's card in readable form. */
export function ModelCardScreen({ name }: { readonly name: string }): VNode {
  const { inference } = useServices();
  const model = useMemo(() => new ModelsModel(inference), [inference]);
  useEffect(() => void model.load(), [model]);
  const entry = model.installed.value?.find(({ identity }) => identity.name === name);
  const isMissing = model.installed.value !== null && entry === undefined;
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <div>
        <Button icon={ArrowLeft} onPress={() => go({ place: 'lab', room: 'models' })}>
          {say('models.title')}
        </Button>
      </div>
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
      {model.installed.value === null && !model.failure.value && <p role="status">{say('models.loading')}</p>}
      {isMissing && <h1 tabIndex={-1}>{say('models.missing')}</h1>}
      {entry && <CardSections entry={entry} />}
    </div>
  );
}

function CardSections({ entry }: { readonly entry: InstalledModel }): VNode {
  const { card: text, identity } = entry;
  return (
    <>
      <h1 tabIndex={-1}>
        {text.title} {identity.version}
      </h1>
      <Section title={say('card.use')}>
        <p>{text.intendedUse}</p>
      </Section>
      <Section title={say('card.limits')}>
        <Lines lines={text.limits} />
      </Section>
      <Section title={say('card.data')}>
        <Lines
          lines={text.trainingData.map(
            (data) => `${data.name}: ${data.n} (${say(`card.kind.${data.pictures}`)}). ${data.use}`,
          )}
        />
      </Section>
      <Section title={say('card.metrics')}>
        <p class={card.small}>{say('card.metrics.more')}</p>
        <MetricGroups metrics={text.metrics} />
      </Section>
      {text.reliability && (
        <Section title={say('card.reliability')}>
          <p class={card.small}>{say('card.reliability.more')}</p>
          {text.reliability.map((entry) => (
            <ReliabilityTable key={`${entry.subject} ${entry.dataset}`} entry={entry} />
          ))}
        </Section>
      )}
      {text.robustness && (
        <Section title={say('card.robustness')}>
          <p class={card.small}>{say('card.robustness.more')}</p>
          <MetricGroups metrics={text.robustness} />
        </Section>
      )}
      <Section title={say('card.technical')}>
        <dl class={styles.list}>
          {technicalRows(entry).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={say('card.attribution')}>
        <Lines lines={text.attribution} />
      </Section>
    </>
  );
}

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class={card.card}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): VNode {
  return (
    <ul class={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function technicalRows({ card: text, identity }: InstalledModel): [string, string][] {
  const { input } = text;
  const points = text.outputs.flatMap((output) =>
    'operatingPoint' in output && output.operatingPoint !== undefined ? [output.operatingPoint] : [],
  );
  return [
    [say('card.date'), text.date],
    [say('card.authors'), text.authors.join(', ')],
    [say('card.licence'), text.licence],
    [say('card.input'), say('card.input.value', { ...input })],
    [say('card.outputs'), text.outputs.map(({ task }) => task).join(', ')],
    [say('card.thresholds'), thresholdsOf(text).join(', ')],
    ...points.map((point): [string, string] => [say('card.operating-point'), point]),
    [say('card.files'), text.files.map(({ path, bytes }) => `${path} ${formatBytes(bytes)}`).join(', ')],
    [say('provenance.hash'), identity.sha256],
  ];
}

/** Where each label starts to count. */
function thresholdsOf({ outputs }: InstalledModel['card']): string[] {
  return outputs.flatMap((output) => {
    if (output.task === 'boosted-trees') return [`${output.label} ${formatShare(output.threshold)}`];
    if (!('thresholds' in output)) return [];
    const names = namesOf(output);
    return (output.thresholds ?? []).map((threshold, i) => `${names[i]} ${formatShare(threshold)}`);
  });
}

type Output = InstalledModel['card']['outputs'][number];

function namesOf(output: Extract<Output, { thresholds?: number[] | undefined }>): readonly string[] {
  switch (output.task) {
    case 'quality':
      return output.labels.map((label) => say(`verdict.${label}`));
    case 'findings':
      return output.labels;
    case 'segmentation':
      return output.structures;
    case 'tissue':
      return output.layers;
  }
}
