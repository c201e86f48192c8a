import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ClipPlayer } from '../clip-player.ts';
import { type Failure, toFailure } from '../failure.ts';
import { openStoredClip } from '../frame/open-stored-clip.ts';
import type { ClipTrack, Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { clip as words } from '../i18n/en-clip.ts';
import { say } from '../i18n/say.ts';
import type { Records } from '../records.ts';
import { useServices } from '../services.ts';
import card from './card.module.css';
import { ClipPicture } from './clip-picture.tsx';
import { ClipTransport } from './clip-transport.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { placeWords, StripChart } from './strip-chart.tsx';

addMessages(words);

interface ClipCardProps {
  readonly examination: Examination;
  readonly track: ClipTrack;
}

type StoredPlayer =
  | { readonly name: 'opening' | 'lost' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'opened'; readonly player: ClipPlayer };

/** The clip that a record's picture is the best of: to play, to step through, and how good it was when. */
export function ClipCard({ examination, track }: ClipCardProps): VNode {
  const opened = useStoredPlayer(examination, track);
  return (
    <section class={card.card}>
      <h2>{say('clip.stored')}</h2>
      {opened.name === 'opening' && <p class={card.quiet}>{say('result.opening')}</p>}
      {opened.name === 'lost' && <p>{say('clip.stored.lost')}</p>}
      {opened.name === 'failed' && <FailureNotice failure={opened.failure} />}
      {opened.name === 'opened' && <OpenedCard player={opened.player} track={track} />}
    </section>
  );
}

function OpenedCard({ player, track }: { readonly player: ClipPlayer; readonly track: ClipTrack }): VNode {
  const { timesMs } = player.clip;
  const failure = player.failure.value;
  return (
    <>
      <ClipPicture player={player} />
      {failure && <FailureNotice failure={failure} />}
      <p class={card.small}>{placeWords(timesMs, player.index.value)}</p>
      <ClipTransport player={player} best={track.best} />
      <StripChart
        timesMs={timesMs}
        moments={track.moments.map(({ verdict, probabilities }) => ({
          verdict,
          optimal: probabilities?.optimal ?? null,
        }))}
        index={player.index.value}
        best={track.best}
        onGo={(index) => void player.seek(index)}
      />
    </>
  );
}

function useStoredPlayer(examination: Examination, track: ClipTrack): StoredPlayer {
  const { records } = useServices();
  const [opened, setOpened] = useState<StoredPlayer>({ name: 'opening' });
  useEffect(() => {
    let isGone = false;
    let player: ClipPlayer | null = null;
    const load = async (): Promise<void> => {
      const next = await open(records, examination);
      if (isGone) return;
      if (next.name === 'opened') {
        player = next.player;
        void player.seek(track.best);
      }
      setOpened(next);
    };
    void load();
    return () => {
      isGone = true;
      player?.close();
    };
  }, [records, examination, track]);
  return opened;
}

async function open(records: Records, examination: Examination): Promise<StoredPlayer> {
  try {
    const stored = await records.openClip(examination.id);
    if (stored === null) return { name: 'lost' };
    return { name: 'opened', player: new ClipPlayer(await openStoredClip(examination, stored)) };
  } catch (thrown) {
    return { name: 'failed', failure: toFailure(thrown) };
  }
}
