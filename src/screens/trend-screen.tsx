import { Images } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { KidneySection } from '../components/kidney-section.tsx';
import screen from '../components/screen.module.css';
import { TrendFigure } from '../components/trend-figure.tsx';
import { TrendTable } from '../components/trend-table.tsx';
import { addMessages } from '../i18n/en.ts';
import { trend as words } from '../i18n/en-trend.ts';
import { who } from '../i18n/en-who.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { PatientRecords } from '../read-trend.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { type BloodTrend, bloodTrend } from '../trend/blood-trend.ts';
import { kidneyTrends } from '../trend/kidney-trend.ts';
import { visitsOf } from '../trend/visits.ts';
import { useTrend } from './use-trend.ts';

addMessages(words);
addMessages(who);

/** A patient over visits: each kidney's size and function, and what of it changed. */
export function TrendScreen({ pseudonym }: { readonly pseudonym: string }): VNode {
  const { records, history } = useServices();
  const trend = useTrend(records, pseudonym);
  const showRecords = (): void => {
    history.filter.value = { pseudonym };
    go({ place: 'history' });
  };
  return (
    <div class={screen.screen}>
      <div class={screen.header}>
        <h1 tabIndex={-1}>{say('trend.title', { pseudonym })}</h1>
        <Button icon={Images} onPress={showRecords}>
          {say('trend.records')}
        </Button>
      </div>
      {trend.name === 'measuring' && <p role="status">{say('trend.loading')}</p>}
      {trend.name === 'failed' && <FailureNotice failure={trend.failure} />}
      {trend.name === 'read' && trend.found.pictures.length === 0 && (
        <div class={screen.center}>
          <p>{say('trend.empty', { pseudonym })}</p>
          <p>{say('trend.empty.next')}</p>
        </div>
      )}
      {trend.name === 'read' && trend.found.pictures.length > 0 && <Found found={trend.found} />}
    </div>
  );
}

function Found({ found: { pictures, bloods } }: { readonly found: PatientRecords }): VNode {
  const kidneys = useMemo(() => kidneyTrends(pictures), [pictures]);
  const blood = useMemo(() => bloodTrend(bloods), [bloods]);
  return (
    <>
      <p class={card.quiet}>
        {say('trend.about', {
          visits: sayCount('trend.visits', visitsOf(pictures).length),
          pictures: sayCount('trend.pictures', pictures.length),
        })}
      </p>
      {kidneys.map((kidney) => (
        <KidneySection key={kidney.side} trend={kidney} pictures={pictures} />
      ))}
      {blood && <BloodSection blood={blood} />}
    </>
  );
}

function BloodSection({ blood }: { readonly blood: BloodTrend }): VNode {
  const { series, equation, recomputed, without } = blood;
  return (
    <section class={card.card}>
      <h2>{say('trend.blood')}</h2>
      <TrendFigure series={series}>
        <p>{say('trend.rule.blood', { equation: say(`trend.equation.${equation}`) })}</p>
        {recomputed > 0 && <p>{sayCount('trend.recomputed', recomputed)}</p>}
      </TrendFigure>
      {without > 0 && <p class={card.small}>{sayCount('trend.blood.without', without)}</p>}
      {series.points.length > 0 && <TrendTable series={[series]} />}
    </section>
  );
}
