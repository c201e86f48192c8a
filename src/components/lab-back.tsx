import { ArrowLeft } from 'lucide';
import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { Button } from './button.tsx';

/** The way from a room of the Lab to the page that lists the rooms. */
export function LabBack(): VNode {
  return (
    <div>
      <Button icon={ArrowLeft} onPress={() => go({ place: 'lab', room: null })}>
        {say('place.lab')}
      </Button>
    </div>
  );
}
