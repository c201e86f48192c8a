import { FlaskConical, History, type IconNode, ScanLine, Settings } from 'lucide';
import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { type Route, route } from '../route.ts';
import { Icon } from './icon.tsx';
import styles from './places.module.css';

const places: readonly { readonly name: 'scan' | 'history' | 'lab' | 'settings'; readonly icon: IconNode }[] =
  [
    { name: 'scan', icon: ScanLine },
    { name: 'history', icon: History },
    { name: 'lab', icon: FlaskConical },
    { name: 'settings', icon: Settings },
  ];

/** The places of the app: a bar at the bottom, a rail at the side when the screen is wide. */
export function Places(): VNode {
  return (
    <nav class={styles.places} aria-label={say('place.all')}>
      {places.map(({ name, icon }) => (
        <a
          key={name}
          class={styles.place}
          href={`#/${name}`}
          aria-current={placeOf(route.value) === name ? 'page' : undefined}
        >
          <Icon node={icon} />
          <span>{say(`place.${name}`)}</span>
        </a>
      ))}
    </nav>
  );
}

/** A result belongs to Scan, where it came from; so do the other ways to a picture. Models and projects belong to the Lab, visits to History. */
function placeOf({ place }: Route): string {
  if (place === 'model' || place === 'annotate') return 'lab';
  if (place === 'trend') return 'history';
  return place === 'examination' || place === 'camera' || place === 'patient' ? 'scan' : place;
}
