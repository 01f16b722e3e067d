import { button, byId } from "./dom.js";

/** What went wrong with the last thing that was asked for, and what can be done about it. */
export class Notice {
  #box = byId("notice", HTMLElement);
  #text = byId("notice-text", HTMLElement);
  #choices = byId("notice-choices", HTMLElement);

  constructor() {
    byId("notice-close", HTMLButtonElement).addEventListener("click", () => this.close());
  }

  /**
   * @param {string} message
   * @param {{ label: string, choose: () => void }[]} [choices]
   */
  show(message, choices = []) {
    this.#text.textContent = message;
    this.#choices.replaceChildren(...choices.map(({ label, choose }) => button(label, () => {
      this.close();
      choose();
    })));
    this.#box.hidden = false;
  }

  close() {
    this.#box.hidden = true;
  }
}
