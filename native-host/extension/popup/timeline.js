import { timeOfDay } from "../common/format.js";
import { text } from "../common/text.js";
import { create } from "./dom.js";

const HOUR_MS = 60 * 60 * 1000;

/**
 * @typedef {import("../common/protocol.js").Entry} Entry
 * @typedef {{ from: number, to: number, className: string }} Segment instants in milliseconds since 1970
 */

/**
 * The part of a day that is worth showing: whole hours, from the first entry to the last or to now.
 * @param {Entry[]} entries
 * @param {{ from: number, to: number, now: number }} day
 * @returns {{ from: number, to: number, segments: Segment[] }}
 */
export function layOut(entries, day) {
  const segments = entries.map(({ start, end, state, unanswered_ms }) => ({
    from: Math.max(Date.parse(start), day.from),
    to: Math.min(end === null ? day.now : Date.parse(end), day.to),
    className: state === "running" ? "running" : unanswered_ms > 0 ? "unanswered" : "",
  }));
  const first = Math.min(day.now, ...segments.map(({ from }) => from));
  const last = Math.max(day.now, ...segments.map(({ to }) => to));
  // Hours of the day, whatever the zone's offset: they are counted from its own midnight.
  const from = day.from + Math.floor((first - day.from) / HOUR_MS) * HOUR_MS;
  const to = day.from + Math.ceil((last - day.from) / HOUR_MS) * HOUR_MS;
  return { from, to: Math.max(to, from + HOUR_MS), segments };
}

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} hours what stands at its two ends
 * @param {ReturnType<typeof layOut>} laidOut
 */
export function draw(bar, hours, { from, to, segments }) {
  /** @param {number} ms */
  const percent = ms => `${100 * ms / (to - from)}%`;
  const ends = [from, to].map(instant => timeOfDay(new Date(instant).toISOString()));
  bar.hidden = hours.hidden = segments.length === 0;
  bar.setAttribute("aria-label", text("timeline", ...ends));
  bar.replaceChildren(...segments.map(segment => {
    const span = create("span", { className: segment.className });
    span.style.insetInlineStart = percent(segment.from - from);
    span.style.width = percent(segment.to - segment.from);
    return span;
  }));
  for (const [index, end] of ends.entries()) {
    hours.children[index].textContent = end;
  }
}
