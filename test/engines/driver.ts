/** What the walk needs of a browser, whatever protocol drives it. */
export interface Driver {
  readonly version: string;
  /** Opens an address and waits until the page has loaded. */
  open(url: string): Promise<void>;
  /** Loads the page again and waits until it has loaded. */
  reload(): Promise<void>;
  /** The value of a JavaScript expression in the page; promises are awaited, the value crosses as JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Puts a file into the file input that the selector finds. */
  chooseFile(selector: string, path: string): Promise<void>;
  /** The visible part of the page as a PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** An engine that the walk is run in. */
export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit' | 'WebKit, shared memory';
  readonly start: () => Promise<Driver>;
}

/** The tablet of the skills lab. */
export const tablet = { width: 820, height: 1180 };

/** The longest wait for anything: the machine may be busy with training. */
export const patience = 120_000;

/** JSON that a page answered; undefined, which JSON does not know, becomes null. */
export function readJson(text: unknown): unknown {
  if (typeof text !== 'string') throw new Error(`The page answered no JSON but ${typeof text}.`);
  return JSON.parse(text);
}

/** An expression whose value is the JSON text of another expression's awaited value. */
export function asJson(expression: string): string {
  return `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`;
}
