import { amount, stretch, timeOfDay } from "../common/format.js";
import { text } from "../common/text.js";
import { button, byId, create, fill, show } from "./dom.js";
import { summary } from "./details.js";
import { draw, layOut } from "./timeline.js";

/**
 * @typedef {import("../common/protocol.js").Entry} Entry
 * @typedef {import("../common/protocol.js").Snapshot} Snapshot
 * @typedef {{ from: string, to: string, entries: import("../common/protocol.js").Listing<Entry>,
 *   snapshot: Snapshot }} Day
 */

/** The day's entries with their timeline and total, each to be edited or removed, and what undo would take back. */
export class TodayView {
  /** @type {Snapshot | null} */
  #snapshot = null;
  /** @type {{ element: HTMLElement, entry: Entry } | null} */
  #growing = null;
  #list = byId("today-list", HTMLElement);
  #total = byId("today-total", HTMLElement);
  #timeline = byId("timeline", HTMLElement);
  #hours = byId("timeline-hours", HTMLElement);
  #undo = byId("undo", HTMLButtonElement);
  #commands;
  #edit;

  /**
   * @param {import("./commands.js").Commands} commands
   * @param {(entry: Entry) => void} edit
   */
  constructor(commands, edit) {
    this.#commands = commands;
    this.#edit = edit;
    this.#undo.addEventListener("click", () => {
      const undo = this.#snapshot?.undo;
      if (undo) {
        void commands.run({ verb: "undo", command: undo.command });
      }
    });
  }

  /** @param {Snapshot} snapshot */
  show(snapshot) {
    this.#snapshot = snapshot;
    const { undo } = snapshot;
    show(this.#undo, undo ? text("undo", text(`verb_${undo.verb}`), undo.descriptions[0] ?? "") : "");
  }

  /** @param {Day} day */
  showDay({ from, to, entries, snapshot }) {
    this.#growing = null;
    const now = Date.parse(snapshot.taken);
    draw(this.#timeline, this.#hours, layOut(entries.items, { from: Date.parse(from), to: Date.parse(to), now }));
    fill(this.#list, entries.items.map(entry => this.#row(entry)).reverse());
    show(byId("today-more", HTMLElement), entries.cut ? text("more_entries", entries.total - entries.items.length) : "");
  }

  /** @param {number} grownMs */
  tick(grownMs) {
    if (this.#snapshot) {
      this.#total.textContent = amount(this.#snapshot.today.total_ms + grownMs);
    }
    const { entry } = this.#snapshot ?? {};
    if (this.#growing && entry?.id === this.#growing.entry.id) {
      this.#growing.element.textContent = amount(entry.duration_ms + grownMs);
    }
  }

  /** @param {Entry} entry */
  #row(entry) {
    const time = create("span", { className: "amount", textContent: amount(entry.duration_ms) });
    if (entry.state === "running") {
      this.#growing = { element: time, entry };
    }
    const when = entry.end === null ? text("since", timeOfDay(entry.start)) : stretch(entry.start, entry.end);
    const notes = [when, entry.overlaps ? text("overlaps") : "", entry.certainty === "Certain" ? "" : text("estimated"),
      entry.unanswered_ms > 0 ? text("unanswered", amount(entry.unanswered_ms)) : ""];
    return create("li", { className: "entry" },
      create("div", { className: "what" }, summary(entry),
        create("div", { className: "details", textContent: notes.filter(note => note).join(" · ") })),
      time,
      button("✎\uFE0E", () => this.#edit(entry), { name: text("edit_named", entry.description), key: `edit-${entry.id}`, className: "quiet" }),
      button("×", () => void this.#commands.run({ verb: "remove", entry: entry.id }),
        { name: text("remove_named", entry.description), key: `remove-${entry.id}`, className: "quiet" }));
  }
}
