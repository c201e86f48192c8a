import { ArrowLeft, Download } from 'lucide';
import type { VNode } from 'preact';
import { agreementCsv, picturesCsv } from '../agreement/agreement-csv.ts';
import type { AgreementModel } from '../agreement/agreement-model.ts';
import type { Compared } from '../agreement/agreement-phase.ts';
import { letterOf } from '../agreement/figures.ts';
import { styleOf } from '../agreement/reader-styles.ts';
import type { ReaderAgreement } from '../evaluation/compare-readers.ts';
import { say, sayCount } from '../i18n/say.ts';
import { AgreementGrades } from './agreement-grades.tsx';
import { AgreementPictures } from './agreement-pictures.tsx';
import styles from './agreement-results.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { LeftOutList, UnopenedList } from './left-out-list.tsx';
import { LineSwatch } from './line-swatch.tsx';
import { saveFile } from './save-file.ts';
import { StructureAgreementCard } from './structure-agreement-card.tsx';

interface AgreementResultsProps {
  readonly model: AgreementModel;
  readonly compared: Compared;
}

/** What came of a comparison: who and how many, figures by structure, grades, then the pictures, worst first. */
export function AgreementResults({ model, compared }: AgreementResultsProps): VNode {
  const { agreement, unopened } = compared;
  const structures = [
    ...new Set(agreement.pairs.flatMap((pair) => pair.structures.map((one) => one.structure))),
  ];
  return (
    <>
      <Head model={model} agreement={agreement} />
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
      <UnopenedList unopened={unopened} />
      <LeftOutList agreement={agreement} />
      {structures.map((structure) => (
        <StructureAgreementCard
          key={structure}
          structure={structure}
          agreement={agreement}
          hasModel={model.isModelReader.value}
        />
      ))}
      <OneSided agreement={agreement} />
      <AgreementGrades agreement={agreement} />
      {structures.length > 0 && (
        <AgreementPictures model={model} compared={compared} structures={structures} />
      )}
      {structures.length > 0 && <How unit={agreement.unit} />}
    </>
  );
}

function Head({
  model,
  agreement,
}: {
  readonly model: AgreementModel;
  readonly agreement: ReaderAgreement;
}): VNode {
  const { readers, pictures } = agreement;
  return (
    <section class={card.card}>
      <h2>{sayCount('agreement.compared', pictures.length)}</h2>
      <ul class={styles.readers}>
        {readers.map((name, i) => (
          <li key={letterOf(i)}>
            <LineSwatch style={styleOf(i)} />
            <strong>{letterOf(i)}</strong>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      {pictures.length === 0 && (
        <p role="alert">
          {say('agreement.nothing')} {say('agreement.nothing.next')}
        </p>
      )}
      {pictures.length === 1 && <p>{say('agreement.single')}</p>}
      <div class={card.row}>
        <Button icon={ArrowLeft} onPress={() => model.change()}>
          {say('agreement.change')}
        </Button>
        {pictures.length > 0 && <SaveButtons agreement={agreement} />}
      </div>
    </section>
  );
}

function SaveButtons({ agreement }: { readonly agreement: ReaderAgreement }): VNode {
  const save = (text: string, name: string): void =>
    saveFile(new Blob([text], { type: 'text/csv' }), `${say('agreement.csv.name')}${name}.csv`);
  return (
    <>
      <Button icon={Download} onPress={() => save(agreementCsv(agreement), '')}>
        {say('agreement.save')}
      </Button>
      <Button icon={Download} onPress={() => save(picturesCsv(agreement), '-pictures')}>
        {say('agreement.save.pictures')}
      </Button>
    </>
  );
}

/** Structures that one reader never drew are named, so that their absence is no riddle. */
function OneSided({
  agreement: { pairs, readers, pictures },
}: {
  readonly agreement: ReaderAgreement;
}): VNode | null {
  const words = pairs.flatMap(({ oneSided, readers: [first, second] }) =>
    oneSided.map(({ structure, drawnBy }) => {
      const reader = readers[drawnBy === 'first' ? first : second] ?? '';
      return say('agreement.one-sided', { structure: say(`outline.name.${structure}`), reader });
    }),
  );
  const isBare = pictures.length > 0 && pairs.every(({ structures }) => structures.length === 0);
  if (words.length === 0 && !isBare) return null;
  return (
    <section class={card.card}>
      {isBare && <p>{say('agreement.no-outlines')}</p>}
      {[...new Set(words)].map((line) => (
        <p key={line} class={card.quiet}>
          {line}
        </p>
      ))}
    </section>
  );
}

function How({ unit }: { readonly unit: ReaderAgreement['unit'] }): VNode {
  const parts = ['masks', 'empty', 'hausdorff', 'differences', 'intervals', `unit.${unit}`] as const;
  return (
    <details class={card.card}>
      <summary class={card.summary}>{say('agreement.how')}</summary>
      {parts.map((part) => (
        <p key={part}>{say(`agreement.how.${part}`)}</p>
      ))}
    </details>
  );
}
