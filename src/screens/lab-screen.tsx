import {
  Blend,
  Boxes,
  ChartSpline,
  ChevronRight,
  GraduationCap,
  type IconNode,
  Images,
  Layers,
  Spline,
  TestTube,
} from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../components/icon.tsx';
import screen from '../components/screen.module.css';
import { addMessages } from '../i18n/en.ts';
import { lab } from '../i18n/en-lab.ts';
import { say } from '../i18n/say.ts';
import { hashOf, type LabRoom, labRooms } from '../route.ts';
import styles from './lab-screen.module.css';

addMessages(lab);

const icons: Readonly<Record<LabRoom, IconNode>> = {
  annotate: Spline,
  agreement: Blend,
  screening: ChartSpline,
  tissue: Layers,
  prepared: Images,
  learning: GraduationCap,
  models: Boxes,
  blood: TestTube,
};

/** The first page of the Lab: its rooms as large tiles. */
export function LabScreen(): VNode {
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <header class={styles.header}>
        <h1 tabIndex={-1}>{say('lab.title')}</h1>
        <p class={styles.about}>{say('lab.about')}</p>
      </header>
      <ul class={styles.rooms}>
        {labRooms.map((room) => (
          <li key={room}>
            <a class={styles.room} href={hashOf({ place: 'lab', room })}>
              <Icon node={icons[room]} size={32} />
              <span class={styles.words}>
                <span class={styles.name}>{say(`lab.${room}`)}</span>
                <span class={styles.more}>{say(`lab.${room}.more`)}</span>
              </span>
              <Icon node={ChevronRight} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
