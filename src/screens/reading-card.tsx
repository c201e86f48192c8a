import { FileText, FlaskConical, ScanSearch } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { stateWords } from '../components/finding-words.ts';
import { decide, type ToldFinding } from '../findings/decide.ts';
import { whyNotTold } from '../findings/why-not-told.ts';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { findingsWords } from '../i18n/en-findings.ts';
import { formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { chosenThresholds } from '../operating-points.ts';
import { go } from '../route.ts';
import styles from './reading-card.module.css';
import { useModelCard } from './use-model-card.ts';

addMessages(findingsWords);

/** The screens that say more of a picture, in the order in which they are read. */
const parts = [
  { part: 'findings', icon: ScanSearch },
  { part: 'function', icon: FlaskConical },
  { part: 'report', icon: FileText },
] as const;

/** What else can be read off a picture, and in a line what was. */
export function ReadingCard({ examination }: { readonly examination: Examination }): VNode {
  const { id } = examination;
  return (
    <section class={card.card}>
      <h2>{say('more.title')}</h2>
      <FindingsLine examination={examination} />
      <div class={styles.parts}>
        {parts.map(({ part, icon }) => (
          <Button key={part} icon={icon} onPress={() => go({ place: 'examination', id, part })}>
            {say(`more.${part}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** What was read for findings, in a sentence or two; nothing where nothing was. */
function FindingsLine({
  examination: { additions, origin },
}: {
  readonly examination: Examination;
}): VNode | null {
  const reading = additions?.reading;
  const found = reading?.findings;
  const modelCard = useModelCard(found?.model);
  if (reading === undefined || found === undefined || modelCard === null) return null;
  const why = whyNotTold(reading, modelCard, additions?.patient?.ageYears);
  const grounds = {
    card: modelCard,
    isSimulated: origin === 'sample',
    chosen: chosenThresholds(found.model),
  };
  return (
    <div>
      <p>{why === null ? lineOf(decide(found.readings, grounds)) : say(`findings.line.${why}`)}</p>
      <p class={card.small}>
        {say('findings.line.read', {
          model: found.model.name,
          version: found.model.version,
          time: formatTime(reading.readAt),
        })}
      </p>
    </div>
  );
}

/** The whole, then what was seen, then what can't be told. */
function lineOf(told: readonly ToldFinding[]): string {
  const whole = told.find(({ reading }) => reading.finding === 'abnormal');
  const isWholeTold = whole?.state.kind === 'seen' || whole?.state.kind === 'not-seen';
  const namesOf = (...kinds: readonly string[]): string =>
    told
      .filter((one) => kinds.includes(one.state.kind) && !(one === whole && isWholeTold))
      .map(({ reading }) => say(`finding.${reading.finding}.in-line`))
      .join(', ');
  const [seen, untold] = [namesOf('seen'), namesOf('unsure', 'untold')];
  const sentences = [
    whole && isWholeTold ? `${stateWords(whole)}.` : '',
    seen === '' ? say('findings.line.none') : say('findings.line.seen', { findings: seen }),
    untold === '' ? '' : say('findings.line.unsure', { findings: untold }),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
