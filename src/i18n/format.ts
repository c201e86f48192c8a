const locale = 'en-GB';

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const finePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** A share of 0–1 in per cent: whole numbers, one decimal below 10 %. */
export function formatShare(share: number): string {
  return (share < 0.1 && share > 0 ? finePercent : percent).format(share);
}

/** A share of 0–1 in per cent with at most one decimal. */
export function formatFineShare(share: number): string {
  return finePercent.format(share);
}

/** A model's probability: never a certainty, however it rounds. */
export function formatProbability(probability: number): string {
  if (probability > 0.99) return `> ${percent.format(0.99)}`;
  return probability < 0.01 ? `< ${percent.format(0.01)}` : percent.format(probability);
}

/** A time of day with its date. */
export function formatTime(milliseconds: number): string {
  return dateTime.format(milliseconds);
}

/** A day, as "12 Mar 2026". */
export function formatDay(milliseconds: number): string {
  return day.format(milliseconds);
}

/** How long something lasts: seconds with one decimal, minutes and seconds from one minute on. */
export function formatDuration(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
  return formatWait(Math.round(milliseconds / 1000));
}

/** How long something will take: whole seconds, and minutes from one minute on. */
export function formatWait(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A number with at most two decimals. */
export function formatNumber(value: number): string {
  return decimal.format(value);
}

/** Whole milliseconds. */
export function formatMilliseconds(value: number): string {
  return String(Math.round(value));
}

/** A size in MB with one decimal, in GB above 1,000 MB. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes >= 1000 ? `${(megabytes / 1000).toFixed(1)} GB` : `${megabytes.toFixed(1)} MB`;
}
