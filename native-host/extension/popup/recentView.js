import { continueWith } from "../background/timerActions.js";
import { text } from "../common/text.js";
import { button, byId, create, fill } from "./dom.js";
import { summary } from "./details.js";

/** What was worked on lately: one click goes on with it. */
export class RecentView {
  #section = byId("recent", HTMLElement);
  #list = byId("recent-list", HTMLElement);
  #commands;

  /** @param {import("./commands.js").Commands} commands */
  constructor(commands) {
    this.#commands = commands;
  }

  /** @param {import("../common/protocol.js").Snapshot} snapshot */
  show(snapshot) {
    const others = snapshot.recent.filter(({ state }) => state === "stopped");
    this.#section.hidden = others.length === 0;
    fill(this.#list, others.map(entry => create("li", { className: "entry" },
      create("span", { className: "what", textContent: summary(entry) }),
      button("▶\uFE0E", () => void this.#commands.run(continueWith(snapshot, entry)), {
        name: text("continue_entry", entry.description), key: entry.id,
      }))));
  }
}
