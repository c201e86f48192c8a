import { signal } from '@preact/signals';

const examinationParts = ['measure', 'outline', 'findings', 'function', 'report'] as const;
/** What can be done with a record beside reading it. */
export type ExaminationPart = (typeof examinationParts)[number];

/** The rooms of the Lab that work, in the order of its first page; any other name after `#/lab/` is a model's. */
export const labRooms = [
  'annotate',
  'agreement',
  'screening',
  'blood',
  'tissue',
  'prepared',
  'learning',
  'models',
] as const;

/** One of the rooms of the Lab. */
export type LabRoom = (typeof labRooms)[number];

/** Every screen and every record has an address. */
export type Route =
  | { readonly place: 'scan' }
  | { readonly place: 'camera' }
  /** The clip that is open; after a reload there is none. */
  | { readonly place: 'clip' }
  /** Settings of the virtual patient as `writePatient` writes them; empty for none. */
  | { readonly place: 'patient'; readonly settings: string }
  /** Without a part the result; its parts are screens of their own, from which back leads to it. */
  | { readonly place: 'examination'; readonly id: string; readonly part?: ExaminationPart }
  | { readonly place: 'history' }
  /** What is kept under a pseudonym, over visits. */
  | { readonly place: 'trend'; readonly pseudonym: string }
  /** Null for the page that lists the rooms. */
  | { readonly place: 'lab'; readonly room: LabRoom | null }
  /** The work on a project of pictures; its page lists the pictures and files. */
  | { readonly place: 'annotate'; readonly project: string; readonly page: boolean }
  /** The card of a model. */
  | { readonly place: 'model'; readonly name: string }
  | { readonly place: 'settings' };

/** The hash of a route; `parseRoute` reads it back. */
export function hashOf(route: Route): string {
  if (route.place === 'examination') {
    return `#/examination/${encodeURIComponent(route.id)}${route.part ? `/${route.part}` : ''}`;
  }
  if (route.place === 'lab' && route.room !== null) return `#/lab/${route.room}`;
  if (route.place === 'annotate') {
    return `#/lab/annotate/${encodeURIComponent(route.project)}${route.page ? '/pictures' : ''}`;
  }
  // An imported model may be called like a room.
  if (route.place === 'model') {
    return `#/lab/${isLabRoom(route.name) ? 'models/' : ''}${encodeURIComponent(route.name)}`;
  }
  if (route.place === 'trend') return `#/patient-trend/${encodeURIComponent(route.pseudonym)}`;
  if (route.place === 'patient' && route.settings !== '') return `#/patient/${route.settings}`;
  return `#/${route.place}`;
}

/** Reads a hash; what is unknown leads to Scan. */
export function parseRoute(hash: string): Route {
  const [place = '', argument = '', more = '', last = ''] = hash.replace(/^#\/?/, '').split('/').map(decode);
  if (place === 'examination' && argument !== '') {
    const part = examinationParts.find((one) => one === more);
    return part === undefined ? { place, id: argument } : { place, id: argument, part };
  }
  if (place === 'patient-trend' && argument !== '') return { place: 'trend', pseudonym: argument };
  if (place === 'patient') return { place, settings: argument };
  if (place === 'lab') return parseLab(argument, more, last);
  if (place === 'history' || place === 'settings' || place === 'camera' || place === 'clip') return { place };
  return { place: 'scan' };
}

function parseLab(room: string, name: string, part: string): Route {
  if (room === 'annotate' && name !== '') {
    return { place: 'annotate', project: name, page: part === 'pictures' };
  }
  if (room === 'models' && name !== '') return { place: 'model', name };
  if (room === '') return { place: 'lab', room: null };
  return isLabRoom(room) ? { place: 'lab', room } : { place: 'model', name: room };
}

function isLabRoom(name: string): name is LabRoom {
  return labRooms.some((room) => room === name);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** Where the user is. */
export const route = signal<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

/** Goes to a place; back returns from it. */
export function go(to: Route): void {
  location.hash = hashOf(to);
}
