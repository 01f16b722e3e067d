const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Hours, minutes and seconds, as a running timer shows them: 1:02:03.
 * @param {number} ms
 */
export function ticking(ms) {
  return `${hours(ms)}:${two(ms % HOUR_MS / MINUTE_MS)}:${two(ms % MINUTE_MS / SECOND_MS)}`;
}

/**
 * Hours and minutes, cut and not rounded, so that no minute is shown before it has passed: 1:02.
 * @param {number} ms
 */
export function amount(ms) {
  return `${hours(ms)}:${two(ms % HOUR_MS / MINUTE_MS)}`;
}

/**
 * An instant's time of day, as the person's locale writes it.
 * @param {string} iso
 */
export function timeOfDay(iso) {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(new Date(iso));
}

/**
 * A stretch of time: its days are said only where it does not lie within the day that it is.
 * @param {string} fromIso
 * @param {string} toIso
 * @param {Date} [now]
 */
export function stretch(fromIso, toIso, now = new Date()) {
  const [from, to] = [new Date(fromIso), new Date(toIso)];
  const isToday = [from, to].every(instant => instant.toDateString() === now.toDateString());
  /** @type {Intl.DateTimeFormatOptions} */
  const style = isToday ? { timeStyle: "short" } : { dateStyle: "short", timeStyle: "short" };
  return new Intl.DateTimeFormat(undefined, style).formatRange(from, to);
}

/**
 * An instant for an input of type datetime-local, to the second: the wall clock's reading here.
 * @param {string} iso
 */
export function toLocalInput(iso) {
  const instant = new Date(iso);
  const date = [instant.getFullYear(), two(instant.getMonth() + 1), two(instant.getDate())].join("-");
  return `${date}T${[instant.getHours(), instant.getMinutes(), instant.getSeconds()].map(two).join(":")}`;
}

/**
 * The instant that such an input names; null where it names none.
 * @param {string} local
 */
export function fromLocalInput(local) {
  const instant = new Date(local);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** @param {number} ms */
function hours(ms) {
  return Math.floor(ms / HOUR_MS);
}

/** @param {number} value */
function two(value) {
  return String(Math.floor(value)).padStart(2, "0");
}
