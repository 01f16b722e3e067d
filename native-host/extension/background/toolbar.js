import { faceOf } from "./badge.js";
import { drawIcon } from "./icon.js";

const SIZES = [16, 32, 48];

/** Sets the toolbar's icon, badge and title, where they have changed. */
export class Toolbar {
  #shown = "";

  /** @param {import("../common/protocol.js").State} state */
  show(state) {
    const face = faceOf(state);
    const wanted = JSON.stringify(face);
    if (wanted === this.#shown) {
      return;
    }
    this.#shown = wanted;
    void chrome.action.setBadgeText({ text: face.badge });
    void chrome.action.setBadgeBackgroundColor({ color: face.color });
    void chrome.action.setBadgeTextColor({ color: "#ffffff" });
    void chrome.action.setTitle({ title: face.title });
    void chrome.action.setIcon({
      imageData: Object.fromEntries(SIZES.map(size => [size, drawIcon(face.look, size)])),
    });
  }
}
