import { STOP_AT_CLOSE } from "../common/protocol.js";
import { explain, text } from "../common/text.js";
import { byId, create } from "./dom.js";

const MINUTE_MS = 60_000;

/** What becomes of absences, and of what runs when the browser closes; and which keys there are. */
export class SettingsView {
  #action = byId("away-action", HTMLSelectElement);
  #minutes = byId("away-minutes", HTMLInputElement);
  #stopAtClose = byId("stop-at-close", HTMLInputElement);
  #link;
  #notice;
  #views;

  /**
   * @param {import("./link.js").Link} link
   * @param {import("./notice.js").Notice} notice
   * @param {import("./views.js").Views} views
   */
  constructor(link, notice, views) {
    this.#link = link;
    this.#notice = notice;
    this.#views = views;
    byId("settings", HTMLButtonElement).addEventListener("click", () => void this.#open());
    byId("settings-cancel", HTMLButtonElement).addEventListener("click", () => views.back());
    byId("settings-view", HTMLFormElement).addEventListener("submit", event => {
      event.preventDefault();
      void this.#save();
    });
  }

  async #open() {
    this.#notice.close();
    const reply = await this.#link.ask({ verb: "policy" });
    if (!reply.ok) {
      this.#notice.show(explain(reply.error));
      return;
    }
    const rules = /** @type {{ kind: string, action: string, threshold_ms: number }[]} */ (reply.result.rules);
    const away = rules.find(({ kind }) => kind === "Away");
    this.#action.value = away?.action ?? "";
    this.#minutes.value = String(Math.round((away?.threshold_ms ?? 0) / MINUTE_MS));
    this.#stopAtClose.checked = (await chrome.storage.local.get(STOP_AT_CLOSE))[STOP_AT_CLOSE] === true;
    await this.#showShortcuts();
    this.#views.open("settings-view", this.#action);
  }

  async #save() {
    const reply = await this.#link.ask({
      verb: "policy", kind: "Away", action: this.#action.value, threshold_ms: this.#minutes.valueAsNumber * MINUTE_MS,
    });
    if (reply.ok) {
      await chrome.storage.local.set({ [STOP_AT_CLOSE]: this.#stopAtClose.checked });
      this.#views.back();
    } else {
      this.#notice.show(explain(reply.error));
    }
  }

  async #showShortcuts() {
    const commands = await chrome.commands.getAll();
    byId("shortcuts", HTMLElement).replaceChildren(...commands.map(({ description, name, shortcut }) => create("li", {
      textContent: `${description || text(name === "toggle" ? "command_toggle" : "command_popup")}: ${shortcut || text("no_shortcut")}`,
    })));
  }
}
