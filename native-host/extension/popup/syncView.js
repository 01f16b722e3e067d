import { text } from "../common/text.js";
import { byId } from "./dom.js";

/** How the store stands with its server: what waits, and what was refused. */
export class SyncView {
  #state = byId("sync-state", HTMLElement);
  #now = byId("sync-now", HTMLButtonElement);

  /**
   * @param {import("./link.js").Link} link
   * @param {(failure: import("../common/protocol.js").Failure) => void} onFailure
   */
  constructor(link, onFailure) {
    this.#now.addEventListener("click", async () => {
      this.#now.disabled = true;
      const reply = await link.ask({ verb: "sync-now" });
      this.#now.disabled = false;
      if (!reply.ok) {
        onFailure(reply.error);
      }
    });
  }

  /** @param {import("../common/protocol.js").Sync} sync */
  show({ state, pending, parked, conflicts, problem }) {
    this.#now.hidden = state === "off";
    this.#state.textContent = [
      text(`sync_${state.replace("-", "_")}`, problem ?? ""),
      state !== "off" && pending > 0 ? text("unsynced", pending) : "",
      parked > 0 ? text("parked", parked) : "",
      conflicts > 0 ? text("conflicts", conflicts) : "",
    ].filter(part => part).join(" · ");
  }
}
