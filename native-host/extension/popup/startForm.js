import { startOrSwitch } from "../background/timerActions.js";
import { text } from "../common/text.js";
import { Details } from "./details.js";
import { byId } from "./dom.js";
import { Draft } from "./drafts.js";

/** @typedef {import("../common/protocol.js").Snapshot} Snapshot */

/** Starts an entry, or switches to it. */
export class StartForm {
  /** @type {Snapshot | null} */
  #snapshot = null;
  #form = byId("start", HTMLFormElement);
  #button = byId("start-button", HTMLButtonElement);
  #details;
  /** @type {Draft<ReturnType<Details["read"]>>} */
  #draft = new Draft("start");

  /**
   * @param {import("./link.js").Link} link
   * @param {import("./commands.js").Commands} commands
   */
  constructor(link, commands) {
    this.#details = new Details("start", link);
    const keep = () => this.#draft.write(this.#details.read());
    this.#form.addEventListener("input", keep);
    this.#form.addEventListener("change", keep);
    this.#form.addEventListener("submit", async event => {
      event.preventDefault();
      if (this.#snapshot && await commands.run(startOrSwitch(this.#snapshot, this.#given()))) {
        this.#details.clear();
        this.#draft.clear();
      }
    });
  }

  async restore() {
    const draft = await this.#draft.read();
    if (draft) {
      this.#details.fill(draft);
    }
  }

  /** @param {Snapshot} snapshot */
  show(snapshot) {
    this.#snapshot = snapshot;
    const isIdle = snapshot.state === "idle";
    this.#button.textContent = text(isIdle ? "start" : "switch");
    byId("start-title", HTMLElement).textContent = text(isIdle ? "start_something" : "switch_to");
  }

  #given() {
    const { description, project, tags, billable } = this.#details.read();
    return { description, ...(project && { project }), ...(tags.length > 0 && { tags }), ...(billable && { billable }) };
  }
}
