import { amount, ticking } from "../common/format.js";
import { text } from "../common/text.js";
import { byId, show } from "./dom.js";
import { about } from "./details.js";

/**
 * @typedef {import("../common/protocol.js").Snapshot} Snapshot
 * @typedef {import("../common/protocol.js").Entry} Entry
 */

/** What runs or is paused, with its ticking time. */
export class TimerView {
  /** @type {Snapshot | null} */
  #snapshot = null;
  #title = byId("timer-title", HTMLElement);
  #details = byId("timer-details", HTMLElement);
  #time = byId("timer-time", HTMLElement);
  #unanswered = byId("timer-unanswered", HTMLElement);
  #stop = byId("stop", HTMLButtonElement);
  #pause = byId("pause", HTMLButtonElement);
  #resume = byId("resume", HTMLButtonElement);
  #edit = byId("edit-running", HTMLButtonElement);

  /**
   * @param {import("./commands.js").Commands} commands
   * @param {(entry: Entry) => void} edit
   */
  constructor(commands, edit) {
    /** @param {HTMLButtonElement} button @param {(entry: Entry) => void} act */
    const onClick = (button, act) => button.addEventListener("click", () => {
      if (this.#snapshot?.entry) {
        act(this.#snapshot.entry);
      }
    });
    onClick(this.#stop, entry => void commands.run({ verb: "stop", entry: entry.id }));
    onClick(this.#pause, entry => void commands.run({ verb: "suspend", entry: entry.id }));
    onClick(this.#resume, entry => void commands.run({ verb: "resume", entry: entry.id }));
    onClick(this.#edit, edit);
  }

  /** @param {Snapshot} snapshot */
  show(snapshot) {
    this.#snapshot = snapshot;
    const { state, entry } = snapshot;
    const hadFocus = document.activeElement;
    show(this.#title, entry?.description ?? text("nothing_runs"));
    show(this.#details, entry ? about(entry) : "");
    show(this.#unanswered, entry && entry.unanswered_ms > 0 ? text("unanswered", amount(entry.unanswered_ms)) : "");
    this.#stop.hidden = this.#edit.hidden = state === "idle";
    this.#stop.textContent = text(state === "paused" ? "end_break" : "stop");
    this.#pause.hidden = state !== "running";
    this.#resume.hidden = state !== "paused";
    if (hadFocus instanceof HTMLElement && hadFocus.hidden) {
      this.focus();
    }
  }

  /** @param {number} grownMs how much the running entry has grown since the snapshot */
  tick(grownMs) {
    const { state, entry } = this.#snapshot ?? {};
    show(this.#time, entry ? state === "paused" ? text("paused") : ticking(entry.duration_ms + grownMs) : "");
  }

  /** To the key that is wanted most: whoever opens the popup while something runs wants to stop it. */
  focus() {
    const target = [this.#resume, this.#stop, byId("start-description", HTMLInputElement)].find(({ hidden }) => !hidden);
    target?.focus();
  }
}
