import { byId } from "./dom.js";

const VIEWS = ["main-view", "edit-view", "settings-view"];

/** The popup shows one view at a time. */
export class Views {
  /** @type {HTMLElement | null} */
  #cameFrom = null;

  /**
   * @param {string} id
   * @param {HTMLElement} focused
   */
  open(id, focused) {
    this.#cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.#show(id);
    focused.focus();
  }

  /** Back to the main view, and to what was left there. */
  back() {
    this.#show("main-view");
    const key = this.#cameFrom?.dataset.key;
    const target = key ? document.querySelector(`[data-key="${CSS.escape(key)}"]`) : this.#cameFrom;
    /** @type {HTMLElement | null} */ (target)?.focus();
  }

  /** @param {string} id */
  #show(id) {
    for (const view of VIEWS) {
      byId(view, HTMLElement).hidden = view !== id;
    }
  }
}
