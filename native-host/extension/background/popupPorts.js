/**
 * @typedef {import("../common/protocol.js").State} State
 * @typedef {import("../common/protocol.js").Request} Request
 * @typedef {{ id: number, request: Request }} Asked
 */

/** The popups that are open, in whatever window: each is told what is so, and its requests go on to the host. */
export class PopupPorts {
  /** @type {Set<chrome.runtime.Port>} */
  #ports = new Set();

  /**
   * @param {chrome.runtime.Port} port
   * @param {import("./host.js").Host} host
   */
  add(port, host) {
    this.#ports.add(port);
    port.onDisconnect.addListener(() => {
      this.#ports.delete(port);
      // A reading as the popup goes: what was counted on the screen is checkpointed.
      void host.send({ verb: "snapshot" });
    });
    port.onMessage.addListener(async (/** @type {Asked} */ { id, request }) => {
      const reply = await host.send(request);
      if (this.#ports.has(port)) {
        port.postMessage({ id, reply });
      }
    });
    port.postMessage({ state: host.state });
    void host.send({ verb: "snapshot" });
  }

  /** @param {State} state */
  show(state) {
    for (const port of this.#ports) {
      port.postMessage({ state });
    }
  }
}
